"""Sentences of card designs: what can be wrong with one, and the words of its elements. Loaded with the page only."""

from __future__ import annotations

from loket.ui.texts import QT_TRANSLATE_NOOP, add_invalid, say

CONTEXT = "CardDesigner"

INVALID_TEXT: dict[str, str] = {
    "card_key": QT_TRANSLATE_NOOP("invalid", "Nama pendek “{value}” tidak bisa dipakai. Pakai huruf kecil dan angka."),
    "card_name_missing": QT_TRANSLATE_NOOP("invalid", "Beri nama desain ini."),
    "card_front_empty": QT_TRANSLATE_NOOP("invalid", "Sisi depan masih kosong. Tambahkan nama dan barcode."),
    "card_too_many": QT_TRANSLATE_NOOP("invalid", "Satu sisi memuat paling banyak {most} unsur. Hapus yang tak perlu."),
    "card_choice": QT_TRANSLATE_NOOP("invalid", "“{value}” bukan pilihan di sini. Pilih salah satu: {choices}."),
    "card_colour": QT_TRANSLATE_NOOP("invalid", "Tulis warna sebagai #RRGGBB; “{value}” tidak dikenal."),
    "card_picture_name": QT_TRANSLATE_NOOP(
        "invalid", "Nama gambar “{value}” tidak bisa dipakai. Pilih gambarnya lagi."
    ),
    "card_least_size": QT_TRANSLATE_NOOP("invalid", "Ukuran terkecil tidak boleh melebihi ukuran huruf."),
    "card_points": QT_TRANSLATE_NOOP("invalid", "Titik-titik bidang ini tidak lengkap. Periksa berkas desainnya."),
    "card_number": QT_TRANSLATE_NOOP("invalid", "Isi angka antara {least} dan {most}; {value} di luar itu."),
    "card_text_long": QT_TRANSLATE_NOOP("invalid", "Tulisan paling panjang {longest} huruf. Ringkaskan."),
    "card_braces": QT_TRANSLATE_NOOP(
        "invalid", "Tanda kurung kurawal belum berpasangan. Sisipkan isian dari daftarnya."
    ),
    "card_field_unknown": QT_TRANSLATE_NOOP("invalid", "Isian “{value}” tidak ada. Sisipkan isian dari daftarnya."),
    "card_entry_unknown": QT_TRANSLATE_NOOP(
        "invalid", "Berkas desain memuat “{value}”, yang tidak dikenal. Hapus baris itu."
    ),
    "card_entry_missing": QT_TRANSLATE_NOOP("invalid", "Berkas desain belum memuat “{value}”. Lengkapi dahulu."),
    "card_type": QT_TRANSLATE_NOOP("invalid", "“{value}” bukan nilai yang tepat di berkas desain. Perbaiki baris itu."),
    "card_picture_unreadable": QT_TRANSLATE_NOOP(
        "invalid", "“{value}” bukan gambar PNG atau JPEG yang utuh, atau melebihi 5 MB. Pilih gambar lain."
    ),
    "card_packet_large": QT_TRANSLATE_NOOP(
        "invalid", "Berkas ini terlalu besar untuk sebuah desain kartu. Pilih lagi."
    ),
    "card_file_unreadable": QT_TRANSLATE_NOOP("invalid", "Berkas ini bukan desain kartu yang utuh: {reason}"),
    "card_code_unprintable": QT_TRANSLATE_NOOP(
        "invalid", "Kode “{value}” tidak bisa dicetak sebagai barcode. Beri anggota ini nomor lain."
    ),
    "card_code_too_long": QT_TRANSLATE_NOOP(
        "invalid",
        "Kode “{value}” terlalu panjang untuk desain ini: perlu {need_mm} mm. Lebarkan barcodenya.",
    ),
}
add_invalid(INVALID_TEXT)

FINDINGS: dict[str, str] = {
    "outside": QT_TRANSLATE_NOOP("CardDesigner", "“{what}” keluar dari kartu. Geser atau kecilkan."),
    "code_small": QT_TRANSLATE_NOOP(
        "CardDesigner", "Barcode terlalu sempit untuk {code}: garisnya kurang dari 0,25 mm. Lebarkan menjadi {need} mm."
    ),
    "code_unprintable": QT_TRANSLATE_NOOP("CardDesigner", "Kode {code} tidak bisa menjadi barcode."),
    "code_covered": QT_TRANSLATE_NOOP("CardDesigner", "Barcode tertutup unsur lain. Naikkan barcodenya ke atas."),
}
KIND_WORDS: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("CardDesigner", "Tulisan"),
    "barcode": QT_TRANSLATE_NOOP("CardDesigner", "Barcode"),
    "photo": QT_TRANSLATE_NOOP("CardDesigner", "Foto"),
    "logo": QT_TRANSLATE_NOOP("CardDesigner", "Logo"),
    "signature": QT_TRANSLATE_NOOP("CardDesigner", "Tanda tangan"),
    "picture": QT_TRANSLATE_NOOP("CardDesigner", "Gambar"),
    "box": QT_TRANSLATE_NOOP("CardDesigner", "Bidang"),
    "shape": QT_TRANSLATE_NOOP("CardDesigner", "Bidang"),
}
KIND_ICONS: dict[str, str] = {
    "text": "note",
    "barcode": "barcode",
    "photo": "user",
    "logo": "building-community",
    "signature": "edit",
    "picture": "photo",
    "box": "layout-board",
    "shape": "layout-board",
}
FIELD_WORDS: dict[str, str] = {
    "full_name": QT_TRANSLATE_NOOP("CardDesigner", "Nama lengkap"),
    "member_no": QT_TRANSLATE_NOOP("CardDesigner", "Nomor anggota"),
    "code": QT_TRANSLATE_NOOP("CardDesigner", "Kode kartu"),
    "member_type": QT_TRANSLATE_NOOP("CardDesigner", "Jenis anggota"),
    "valid_until": QT_TRANSLATE_NOOP("CardDesigner", "Berlaku sampai"),
    "registered_on": QT_TRANSLATE_NOOP("CardDesigner", "Tanggal terdaftar"),
    "birth": QT_TRANSLATE_NOOP("CardDesigner", "Tempat, tanggal lahir"),
    "address": QT_TRANSLATE_NOOP("CardDesigner", "Alamat anggota"),
    "phone": QT_TRANSLATE_NOOP("CardDesigner", "Telepon anggota"),
    "institution": QT_TRANSLATE_NOOP("CardDesigner", "Sekolah atau lembaga"),
    "school_class": QT_TRANSLATE_NOOP("CardDesigner", "Kelas"),
    "library_name": QT_TRANSLATE_NOOP("CardDesigner", "Nama perpustakaan"),
    "agency": QT_TRANSLATE_NOOP("CardDesigner", "Dinas di atasnya"),
    "card_title": QT_TRANSLATE_NOOP("CardDesigner", "Judul kartu"),
    "library_address": QT_TRANSLATE_NOOP("CardDesigner", "Alamat perpustakaan"),
    "library_phone": QT_TRANSLATE_NOOP("CardDesigner", "Telepon perpustakaan"),
    "city": QT_TRANSLATE_NOOP("CardDesigner", "Kota"),
    "head_title": QT_TRANSLATE_NOOP("CardDesigner", "Jabatan kepala"),
    "head_name": QT_TRANSLATE_NOOP("CardDesigner", "Nama kepala"),
    "head_no": QT_TRANSLATE_NOOP("CardDesigner", "NIP kepala"),
    "rules": QT_TRANSLATE_NOOP("CardDesigner", "Ketentuan"),
    "if_found": QT_TRANSLATE_NOOP("CardDesigner", "Bila kartu ditemukan"),
}
ENTRY_WORDS: dict[str, str] = {  # what an element is made of
    "text": QT_TRANSLATE_NOOP("CardDesigner", "Tulisan"),
    "x_mm": QT_TRANSLATE_NOOP("CardDesigner", "Dari kiri"),
    "y_mm": QT_TRANSLATE_NOOP("CardDesigner", "Dari atas"),
    "w_mm": QT_TRANSLATE_NOOP("CardDesigner", "Lebar"),
    "h_mm": QT_TRANSLATE_NOOP("CardDesigner", "Tinggi"),
    "size_pt": QT_TRANSLATE_NOOP("CardDesigner", "Huruf"),
    "least_pt": QT_TRANSLATE_NOOP("CardDesigner", "Paling kecil"),
    "lines": QT_TRANSLATE_NOOP("CardDesigner", "Jumlah baris"),
    "spacing": QT_TRANSLATE_NOOP("CardDesigner", "Jarak baris"),
    "tracking_pt": QT_TRANSLATE_NOOP("CardDesigner", "Jarak huruf"),
    "weight": QT_TRANSLATE_NOOP("CardDesigner", "Ketebalan"),
    "colour": QT_TRANSLATE_NOOP("CardDesigner", "Warna"),
    "align": QT_TRANSLATE_NOOP("CardDesigner", "Rata"),
    "valign": QT_TRANSLATE_NOOP("CardDesigner", "Letak tegak"),
    "upper": QT_TRANSLATE_NOOP("CardDesigner", "Huruf besar semua"),
    "radius_mm": QT_TRANSLATE_NOOP("CardDesigner", "Sudut bulat"),
    "ground": QT_TRANSLATE_NOOP("CardDesigner", "Latar kosong"),
    "figure": QT_TRANSLATE_NOOP("CardDesigner", "Gambar orang"),
    "line": QT_TRANSLATE_NOOP("CardDesigner", "Garis tepi"),
    "line_mm": QT_TRANSLATE_NOOP("CardDesigner", "Tebal garis"),
    "code": QT_TRANSLATE_NOOP("CardDesigner", "Jenis kode"),
    "text_pt": QT_TRANSLATE_NOOP("CardDesigner", "Angka"),
    "file": QT_TRANSLATE_NOOP("CardDesigner", "Gambar"),
    "otherwise": QT_TRANSLATE_NOOP("CardDesigner", "Penggantinya"),
    "fit": QT_TRANSLATE_NOOP("CardDesigner", "Isi kotak"),
    "shape": QT_TRANSLATE_NOOP("CardDesigner", "Bentuk"),
    "fill": QT_TRANSLATE_NOOP("CardDesigner", "Warna isi"),
    "step_mm": QT_TRANSLATE_NOOP("CardDesigner", "Besar motif"),
}
CHOICE_WORDS: dict[str, str] = {
    "regular": QT_TRANSLATE_NOOP("CardDesigner", "Biasa"),
    "medium": QT_TRANSLATE_NOOP("CardDesigner", "Sedang"),
    "semibold": QT_TRANSLATE_NOOP("CardDesigner", "Agak tebal"),
    "bold": QT_TRANSLATE_NOOP("CardDesigner", "Tebal"),
    "left": QT_TRANSLATE_NOOP("CardDesigner", "Kiri"),
    "center": QT_TRANSLATE_NOOP("CardDesigner", "Tengah"),
    "right": QT_TRANSLATE_NOOP("CardDesigner", "Kanan"),
    "top": QT_TRANSLATE_NOOP("CardDesigner", "Atas"),
    "middle": QT_TRANSLATE_NOOP("CardDesigner", "Tengah"),
    "bottom": QT_TRANSLATE_NOOP("CardDesigner", "Bawah"),
    "rect": QT_TRANSLATE_NOOP("CardDesigner", "Persegi"),
    "ellipse": QT_TRANSLATE_NOOP("CardDesigner", "Elips"),
    "polygon": QT_TRANSLATE_NOOP("CardDesigner", "Segi banyak"),
    "kawung": QT_TRANSLATE_NOOP("CardDesigner", "Motif kawung"),
    "setting": QT_TRANSLATE_NOOP("CardDesigner", "Menurut pengaturan"),
    "code128": QT_TRANSLATE_NOOP("CardDesigner", "Barcode (Code 128)"),
    "qr": QT_TRANSLATE_NOOP("CardDesigner", "Kode QR"),
    "contain": QT_TRANSLATE_NOOP("CardDesigner", "Utuh"),
    "cover": QT_TRANSLATE_NOOP("CardDesigner", "Penuh, tepinya terpotong"),
}


def word(words: dict[str, str], key: str) -> str:
    return say(CONTEXT, words[key]) if key in words else key
