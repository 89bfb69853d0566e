<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
  <context>
    <name>Assistant</name>
    <message>
      <source>({count} masih perkiraan)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Administrator pertama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Alamat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dibuat {today}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dirikan perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari libur yang sudah ditetapkan pemerintah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Huruf kecil dan angka tanpa spasi, misalnya siti.a.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo tidak pernah jatuh pada hari tutup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi sekali lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci ini membuka data dan cadangan perpustakaan di komputer lain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci pemulihan Loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lanjut</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Libur nasional dan cuti bersama {year}: {count} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loket ini</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mendirikan perpustakaan …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menentukan tab yang tampil di loket ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menyiapkan loket pertama perpustakaan Anda, sekitar tiga menit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Misalnya Meja Sirkulasi 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama ini tercetak pada slip dan kartu. Semua dapat diubah nanti di Pengaturan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf; kalimat pendek mudah diingat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pendek dan lain dari loket lainnya, misalnya M1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pendek, untuk nomor slip.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas lain ditambahkan nanti di Pengaturan, masing-masing dengan namanya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Profil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salin kunci ini ke kertas dan simpan di lemari terkunci, jangan di dekat komputer. Tanpa kunci ini data tidak dapat dibuka bila komputer rusak. Kunci ini dapat dilihat lagi di Pengaturan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Satu-satunya jalan membuka data dan cadangannya di komputer lain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sebelum mulai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Setiap komputer di meja layanan adalah satu loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan ke berkas …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan kunci pemulihan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan terkunci. Siapa pun yang memegangnya dapat membaca data anggota.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah saya catat atau simpan di tempat terkunci</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Teks (*.txt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Telepon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tersimpan: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup setiap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zona waktu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lanjut</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Tutup pesan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Busy</name>
    <message>
      <source>Hentikan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Catalogue</name>
    <message>
      <source>Angka periksa ISBN tidak cocok; cocokkan dengan bukunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bahasa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode pertama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Beberapa pengarang dipisah titik koma.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Beberapa subjek dipisah titik koma.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catatan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deskripsi fisik</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edisi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Harga (Rp)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ISBN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ISBN biasanya 10 atau 13 angka; cocokkan dengan bukunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis bahan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jumlah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Klasifikasi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lokasi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor panggil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penerbit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengarang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pernyataan tanggung jawab</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai labelnya; tombol ↓ mengisi nomor usulan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seri</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Subjek</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tahun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tempat terbit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dipinjam {name} s.d. {due}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Circulation</name>
    <message>
      <source> (batas tertinggi)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> + {count} hari libur</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> · denda {counted} × {rate_rp} = {fine_rp}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> · ditangguhkan sampai {until}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> · tanpa sanksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, dipotong masa berlaku kartu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 bila diganti dengan buku yang sama.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Alasan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batalkan tindakan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batalkan tindakan terakhir?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum ada eksemplarnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum boleh meminjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Biarkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Boleh meminjam {count} lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catat hilang?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catat rusak?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catatan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catatan eksemplar dibatalkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ctrl+Z sekali lagi membatalkan tindakan sebelumnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dari {name} ({number})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denda dibayar ke bendahara; kartu ditahan sampai ada kuitansinya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Di katalog: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dicatat hilang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dicatat rusak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diperpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diperpanjang sampai {due_on}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dipinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya menerima kembali; kartu belum dipindai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo baru {due_on}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo {due_on}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kartu habis {valid_until}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi atau PIN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali saja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali, terlambat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layanan {name} ditutup. </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama pengguna pengawas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No. anggota {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nyatakan tersedia lagi?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otomatis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panah atas dan bawah memilih, Enter membuka.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Peminjam: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Peminjaman dibatalkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengembalian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengembalian dibatalkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penggantian {charge_rp} ditagihkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjangan dibatalkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjangan ke-{count} dari {limit}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Persetujuan pengawas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai buku; Enter bila selesai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu anggota atau buku</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu anggota untuk meminjam, buku untuk kembali.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu atau buku berikutnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu atau buku, atau ketik nama, nomor, judul …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman anggota tampil di sini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman {name} · </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salah catat? Ctrl+Z membatalkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selesai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Setujui</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Siap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Siap melayani</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sisa {count} lagi. Enter bila selesai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Slip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah dipindai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tadinya tercatat {status}; sekarang tersedia lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tagihan penggantian (rupiah)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tepat waktu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tersedia di rak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tersedia lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak ada yang dicatat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak bisa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tindakan itu menimbulkan tagihan. Tulis alasannya; tagihannya ikut dibatalkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tulis rupiahnya dengan angka saja, misalnya 50.000.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untuk meminjamkan, pindai kartu anggota dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>aturan bawaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>aturan {member} × {kind}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>baru</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>batalkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>masih memegang {count} pinjaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>s.d. {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>selesai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>semua anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>semua koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>seumur hidup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>terlambat {count} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{available} dari {items} tersedia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{barcode} dipinjam {name} s.d. {due_on}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} anggota cocok dengan “{text}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} diperpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} dipinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari buka</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari libur bebas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari tenggang bebas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} kembali</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FormRow</name>
    <message>
      <source>wajib</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>Bantuan tombol</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Di mana saja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali bekerja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu, pindai buku, tekan Enter: itu saja. Sisanya ada di tombol ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bantuan ini</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>batalkan tindakan terakhir loket ini</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>catat hilang pinjaman yang dipilih</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>catat rusak pinjaman yang dipilih</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kembali ke mode otomatis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kembali saja: kotak pengembalian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kunci loket; buka dengan PIN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>menu: impor, rekap, cadangan, bahasa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minta persetujuan pengawas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nyatakan eksemplar yang dipindai tersedia lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pengaturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>perpanjang: pindai buku yang ditunjukkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pindah halaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>selesai melayani anggota, slip tampil</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>Ada huruf yang sudah hilang di berkas asal. Betulkan kemudian.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Akses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Alamat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anak judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anggota dari INLISLite (Excel)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anggota dari SLiMS (CSV)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Angka di belakang sudah hilang karena Excel. Di berkas asal, jadikan kolom ini Teks lalu isi lagi nomornya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Angka periksa ISBN tidak cocok; disimpan seperti tertulis. Cocokkan dengan bukunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bahasa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode dan nomor induk kosong. Isi salah satunya di berkas asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode ini di Loket sudah milik judul lain. Beri label baru pada salah satunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode ini sudah dipakai judul lain di berkas yang sama (barcode = baris pertama). Sisakan satu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barcode lebih dari 50 huruf; mungkin dua kode menyatu. Betulkan di berkas asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Baris {line} di berkas {file} terlalu panjang; mungkin tanda kutipnya tidak ditutup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} berbentuk Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu pilih itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} berisi {found}, bukan {wanted}. Pilih berkas yang lain atau ubah jenisnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} bukan CSV, Excel, atau MARC. Ekspor dahulu ke salah satunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} dikunci kata sandi. Simpan salinan tanpa kata sandi, lalu pilih itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} kosong. Ekspor sekali lagi dari sistem asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} lembar kerja bentuk lain. Buka, simpan sebagai .xlsx atau CSV, lalu pilih itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} masih terkemas. Ekstrak dahulu, lalu pilih isinya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} rusak. Buka dan simpan ulang di Excel, lalu coba lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} sebenarnya halaman web. Buka di Excel, simpan sebagai .xlsx, lalu pilih itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} terlalu besar. Bagi menjadi beberapa berkas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} tidak boleh dibuka. Tutup dahulu di Excel, atau periksa izinnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} tidak ditemukan. Periksa nama dan foldernya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {file} tidak terbaca dari disknya ({reason}). Salin ke komputer ini, lalu coba lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berlaku sampai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catatan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catatannya sudah rusak di sistem asal; dikosongkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daftar barcode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deskripsi fisik</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Di sistem lama sedang dipinjam; di Loket dicatat tersedia. Terima dahulu bukunya di sistem lama.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dimensi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edisi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar dari SLiMS (CSV)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar tanpa barcode tidak diambil. Beri barcode, lalu tambahkan di Katalog.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fakultas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya dibaca di tempat; dicatat sebagai koleksi yang tidak dipinjamkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Harga</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Harga tidak terbaca; dikosongkan. Tulis angka rupiah, seperti 45000.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Harganya bukan rupiah; dikosongkan. Isi nilainya dalam rupiah di Katalog.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Huruf di berkas {file} tidak terbaca ({encoding}). Simpan ulang sebagai CSV UTF-8.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Huruf yang rusak dibetulkan menjadi seperti di samping.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ISBN bukan 10 atau 13 angka; disimpan seperti tertulis. Cocokkan dengan bukunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ISBN/ISSN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis anggota belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis anggota tidak disebut; dicatat sebagai Umum.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis bahan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis identitas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis kelamin tidak dikenal; dikosongkan. Tulis L atau P.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis koleksi belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul dalam MARC 21</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul dalam MARCXML</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul dan eksemplar dari INLISLite (Excel)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul dari SLiMS (CSV)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul yang sama muncul lagi dengan keterangan berbeda; yang pertama dipakai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judulnya belum ada di katalog. Ambil dahulu berkas judulnya, lalu berkas eksemplar ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judulnya kosong. Isi judulnya di berkas asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jumlah halaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jumlah kolomnya tidak cocok ({value}). Periksa tanda kutip dan pemisah pada baris ini di berkas asalnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jurusan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kabupaten/kota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kecamatan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kelas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kelurahan/desa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Klasifikasi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode ini dipakai sebagai barcode dan juga nomor anggota. Di meja, Loket akan menanyakannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode pos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kolom {headings} tidak ada di berkas {file}. Cocokkan lagi kolomnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lebih dari satu judul bernama sama; eksemplarnya diletakkan pada yang pertama. Periksa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lembaga/sekolah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lembar Excel, kolom dicocokkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lokasi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masa berlaku kartu tidak disebut; dicatat berlaku seumur hidup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mata uang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama anggota kosong. Isi namanya di berkas asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor HP</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor anggota ini di Loket milik orang lain. Beri nomor lain di berkas, atau betulkan datanya di Loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor anggota ini sudah ada di baris lain dengan data berbeda (nomor = baris pertama). Sisakan satu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor anggota kosong. Isi nomornya di berkas asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor identitas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor identitasnya sama dengan anggota di samping. Mungkin satu orang dengan dua kartu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor induk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor kendali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor panggil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor panggil eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pendidikan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penerbit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengarang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penyandian baris ini lain dari yang sebelumnya; hurufnya diterka. Periksa huruf bertanda.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pernyataan tanggung jawab</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih dahulu kolom untuk: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Provinsi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>RT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>RW</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekaman MARC ini rusak dan tidak terbaca. Ekspor ulang rekamannya dari sistem asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekaman MARC ini terpotong. Salin atau unduh berkasnya sekali lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekaman ini bukan judul (misalnya tajuk kendali); tidak diambil.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekaman ini ditandai terhapus di sistem asal; tidak diambil.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selnya berisi kesalahan rumus Excel; dianggap kosong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seri</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status anggota di sistem lama disimpan di catatannya. Periksa apakah ia boleh meminjam.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status eksemplar belum dikenal; dicatat tersedia, kata aslinya ada di catatan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Subjek</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah ada judul bernama sama, tetapi terbitan atau nomornya lain; dicatat sebagai judul baru.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah ada; isian yang disebut di kiri mengikuti berkas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sumber</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Surel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susunan berkas {file} belum dikenal. Cocokkan kolomnya di jendela Impor, atau sebutkan isinya dengan --kind.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tabel CSV, kolom dicocokkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tahun terbit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tahunnya dua angka; dibaca seperti di samping. Periksa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanda kutipnya tidak ditutup. Betulkan baris ini di berkas asalnya, lalu periksa lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal daftar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal diterima</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal lahir</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal tidak terbaca. Tulis seperti 17-08-2026.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Telepon rumah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tempat lahir</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tempat terbit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>XML di berkas {file} rusak pada baris {line}. Ekspor sekali lagi dari sistem asal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cocokkan kolom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>diambil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>diperiksa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>menunggu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sudah diambil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sudah diperiksa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak dapat dipakai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} baru</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} berubah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} ditolak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} tetap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} adalah folder. Pilih berkas di dalamnya.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>Berkas tata letak “{layout}” tidak terbaca: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi label “{layout}” perlu {need_mm} mm, tingginya hanya {have_mm} mm.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isian tata letak “{layout}” tidak lengkap atau salah tulis.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode {barcode} perlu label selebar {need} mm. Pilih tata letak dengan label yang lebih lebar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode “{barcode}” tidak bisa dicetak. Beri label baru dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tata letak “{layout}” lebih lebar ({need_mm} mm) daripada kertasnya ({have_mm} mm).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tata letak “{layout}” lebih tinggi ({need_mm} mm) daripada kertasnya ({have_mm} mm).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ukuran {field} di tata letak “{layout}” tidak masuk akal.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MemberPanel</name>
    <message>
      <source>Catatan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dipinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu anggota, atau ketik namanya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sisa pinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terlambat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tunggakan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dari {limit}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Impor data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Katalog</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengaturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Program</name>
    <message>
      <source>Buka data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan tidak jadi dibuat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loket menemui kesalahan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Membuka data …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mencadangkan data sebelum tutup …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menyiapkan perpustakaan contoh …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpustakaan contoh: semua data rekaan, dan dibuang saat jendela ditutup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup saja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yang sudah tersimpan tetap aman. Lanjutkan bekerja; bila berulang, kirim berkas loket.log kepada pengelola.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ScanBox</name>
    <message>
      <source>%n antre</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kotak pindai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu, buku, atau ketik nama …</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>0: tidak boleh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agustus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aktifkan lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Alamat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Angka periksa kartu anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Angka periksa label buku</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>April</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan bawaan: tidak ada aturan tertulis yang cocok</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan dicabut. Pinjaman lama tetap memakai aturannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan disimpan dan langsung berlaku.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan menurut jenis anggota dan jenis koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan peminjaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan umum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan {pair}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan {pair} disimpan dan berlaku mulai sekarang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Awal nomor slip, misalnya KTA.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bagian pengaturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bahasa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Baris {line} ({text}): namanya kosong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Baris {line}: tanda kutipnya tidak berpasangan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Baris {line}: tanggal “{text}” tidak terbaca.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Baris {line}: tanggalnya kosong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batalkan perubahan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batas pinjaman menghitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bawaan: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum ada hari tutup bertanggal pada tahun ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum pernah dicadangkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum tertulis; kini memakai {source}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas CSV (*.csv *.txt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bila dua aturan sama cocoknya, utamakan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bila tenggang terlewat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bila terlambat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Boleh diperpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bunyi pendek untuk setiap jawaban pindaian.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cabut aturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan &amp; kunci</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan terakhir: {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan tersimpan dan terbaca kembali, juga di media kedua.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan tersimpan dan terbaca kembali.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan tersimpan, tetapi media kedua tidak. {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangkan sekarang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Coba aturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daftar dan keamanan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daftar hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Daftar petugas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dasar hukum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data di komputer ini disandikan. Tanpa kunci ini cadangan tidak dapat dibuka di komputer lain. Simpan lembarnya di lemari terkunci, bukan di samping komputer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denda paling banyak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denda per eksemplar sehari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denda uang hanya bila ada peraturan daerahnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dengan aturan yang sedang diisi, {pair}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dengarkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Desember</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dibuka lagi dengan PIN; pekerjaan di layar tetap ada.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dipinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dipinjam {lent_on}, jatuh tempo {due_on} ({why}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disimpan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disimpan. Profil yang berbeda tampil setelah Loket dibuka lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>EAN-13</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar sekaligus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Februari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder cadangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder ini tidak ada sekarang; periksa apakah medianya terpasang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gelap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gerakan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hal-hal yang berbeda di tiap perpustakaan. Berlaku di semua loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya administrator yang dapat mengubah petugas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya dengan angka periksa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya dibaca di tempat: {kinds}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hanya untuk komputer ini; langsung berlaku.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hapus dari daftar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tanpa layanan setiap minggu. Tanggal libur diatur di Hari tutup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tenggang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari terakhir masih bebas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tutup dan jatuh tempo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari tutup mingguan disimpan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Huruf kecil dan angka; tidak berubah lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Impor CSV …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi berkas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi kotak: lama pinjam · eksemplar. Tebal: tertulis untuk kotak itu; lainnya menurun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Januari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo hari ini belum terlambat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo menghindari hari ini, dan keterlambatan tidak menghitungnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo pada hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jatuh tempo tidak melewati masa berlaku kartu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul sekaligus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Juga jatuh tempo tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Juli</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jumat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Juni</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kalender {year}: {count} hari tutup bertanggal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kamis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi baru</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi sekali lagi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kebanyakan SOP menolaknya; bukunya diterima dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali {returned_on}: tepat waktu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembali {returned_on}: {how}; {price}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembalikan ke bawaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kepala perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keras suara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ketik kata sandi Anda sekali lagi. Pastikan tidak ada yang melihat layar ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kewajiban uang menghalangi di atas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode dan pindaian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode yang sama sekali lagi dalam waktu ini mungkin terpindai dua kali.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Koleksi yang hanya dibaca di tempat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kontras tinggi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kontras tinggi untuk mata yang lelah atau layar yang silau.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kosong: folder backups di samping data. Satu folder untuk satu loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kosongkan bila tidak diganti.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label yang salah baca langsung ketahuan, bukan “tidak dikenal”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lama perpanjangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lama pinjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lazimnya sama: 1 hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lengkap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Libur nasional dan cuti bersama {year}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loket ini</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loket terkunci bila ditinggal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Luhn (mod 10, kode 14 angka)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maret</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Media kedua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mei</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Meminjam juga tercatat sebagai kunjungan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menyalin dan memeriksa cadangan …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Minggu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Misalnya Meja Sirkulasi 2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Misalnya flash disk; setiap cadangan juga disalin ke sana.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Misalnya “Pelajar × Semua” dan “Semua × Anak” untuk pelajar yang meminjam buku anak.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Muat libur nasional {year}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NIP kepala</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor dan tahun perda atau perbup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nonaktifkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>November</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nyalakan bila pengunjung tidak mengisi buku tamu di pintu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oktober</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panjang kode label buku</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Peminjaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penanda tangan rekap dan kartu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pendek dan lain dari loket lainnya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Penghalang pinjaman</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Peran</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjangan dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpustakaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpustakaan &amp; loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas baru</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih berkas hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih folder cadangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih folder media kedua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindaian kembar ditanyakan dalam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman terlambat boleh diperpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman terlambat menghalangi pinjaman baru</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pisahkan dengan koma, seperti tertulis pada eksemplar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pisahkan dengan koma. Yang dihapus tetap tertulis pada anggota lama.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Praktik umum; pengawas dapat menyetujui yang kedua.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Profil</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rabu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rp0 berarti setiap kewajiban menghalangi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SLiMS dan INLISLite menghitung sejak hari perpanjangan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SLiMS memajukannya ke hari buka berikutnya; hitungan hari buka tidak memerlukannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SLiMS menghitung semua hari.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SOP koleksi referensi dan deposit. Pisahkan dengan koma.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SOP peminjaman menghitung semua buku di tangan anggota.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SOP: 2 eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SOP: 2 judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sabtu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salin ke kertas dan simpan di tempat terkunci.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sampai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Satu judul hanya satu eksemplar per anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selasa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Semua anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Semua huruf dan tombol ikut membesar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Semua koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Senin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seperti SLiMS. Bila lewat, jatuh tempo mundur ke hari buka terakhir sebelum kartu habis.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seperti label buku, untuk nomor anggota.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>September</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Setiap petugas masuk dengan namanya sendiri; namanya tercatat pada pekerjaannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Siapa boleh meminjam apa, berapa lama. Pinjaman lama tetap pada aturannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan aturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sirkulasi saja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tahun berikutnya</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tahun sebelumnya</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tambah hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tambahkan {count} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tampil pada penjelasan jatuh tempo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tampilan &amp; suara</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tampilkan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tampilkan kunci pemulihan …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal kerja mengikuti zona ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tangguh paling lama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tangguh per hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tarif menurut peraturan di bawah.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Telepon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tenggang memakai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tercetak pada slip, kartu, dan rekap.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tertulis; yang disimpan menggantikannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak ada yang berubah.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tutup setiap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ukuran</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untuk anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untuk koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>WIB (Sumatra, Jawa, Kalimantan Barat dan Tengah)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>WIT (Maluku, Papua)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>WITA (Bali, Nusa Tenggara, Sulawesi, Kalimantan lainnya)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warna</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yang melindungi data bila komputer ini rusak atau hilang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Zona waktu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>aktif</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>aturan bawaan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bebas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>boleh bergerak sebentar saat berganti</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>buka setiap hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bunyikan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cuti bersama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>denda dan tidak boleh meminjam</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>denda uang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>denda {fine_rp} ({how})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dibatasi masa berlaku kartu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hanya melihat dan memeriksa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hanya peminjaman dan pengembalian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hanya pinjaman dengan aturan yang sama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hari buka saja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hari kalender</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hari yang dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>jenis anggota lebih dahulu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>jenis koleksi lebih dahulu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>judul</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>judul dan eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kali</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>libur nasional</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>maju ke hari buka berikutnya</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>menerima pembayaran denda</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>menit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>menurun dari {source}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>milidetik</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mod 43 (Code 39)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mundur ke hari buka sebelumnya</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nonaktif</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pengecualian dan aturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>petugas, aturan, cadangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pinjam, kembali, perpanjang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sejak hari perpanjangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sejak jatuh tempo yang lama</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>semua layanan pada satu komputer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>semua pinjaman anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sesudahnya semua hari dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setempat</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>setiap hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sudah batas tertinggi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tanda</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tanpa batas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tanpa sanksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tenggang {days} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>terlambat {days} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tertulis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tetap bebas, hanya sisanya dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tetap, juga pada hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak ada</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak boleh meminjam dahulu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak boleh meminjam {days} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak pernah</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tutup setiap {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ya</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} baris tidak terbaca dan dilewati.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari baru akan ditambahkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari tutup ditambahkan atau diganti namanya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hari tutup ditambahkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} perubahan belum disimpan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} tanggal sudah ada dan tetap seperti sekarang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} buka · {items}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari + {closed} hari tutup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari buka</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari tangguh sehari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari tenggang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari tutup tidak dihitung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari · {items}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{days} hari × {tariff_rp}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} disimpan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} tidak dapat masuk lagi. Pekerjaannya tetap tercatat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{on} kembali hari buka.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{tariff_rp} sehari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{times} × {days} hari</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{titles} judul, {items} eksemplar</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Sheet</name>
    <message>
      <source>Batal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>Buka kunci</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Caps Lock menyala.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loket terkunci</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masuk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masuk ke Loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memeriksa …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN atau kata sandi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN enam angka (boleh kosong)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN tidak berlaku lagi. Buka kunci dengan kata sandi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN tidak cocok; masih {left} kali. Kata sandi juga boleh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terlalu banyak percobaan yang salah. Coba lagi sesudah {wait_s} detik.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untuk membuka kunci hari ini tanpa kata sandi.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>Belum ada cadangan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan {age}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk hampir penuh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jam komputer tampak keliru. Betulkan sebelum meminjamkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Komputer ini tidak punya tempat kunci; kunci data disimpan di berkas loket.key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci di berkas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menu › Cadangkan sekarang. Saat Loket ditutup, cadangan dibuat sendiri.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sisa {gigabytes} GB. Kosongkan ruang di disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal meragukan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tersimpan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} kejadian tercatat di jurnal loket ini.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Table</name>
    <message>
      <source>sudah tidak ada</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Bantuan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangan sudah diperiksa dan tersimpan: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cadangkan sekarang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ganti petugas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Halaman ini untuk pengawas atau administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Impor data …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci loket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengaturan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekap hari ini (CSV) …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rekap tersimpan: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simpan rekap hari ini</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>import kind</name>
    <message>
      <source>Anggota</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>invalid</name>
    <message>
      <source>Ada huruf yang tidak bisa dicetak sebagai barcode; ganti.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Angka periksanya tidak cocok; mungkin {expected}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan ini sudah diganti di loket lain; pilih lagi dari daftar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Catat atau simpan kuncinya, lalu centang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denda uang perlu dasar hukum: tulis nomor dan tahun peraturannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ini ISBN dari penerbit. Pindai label perpustakaan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi 1 sampai {most}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi besar denda per hari, atau pilih tanpa denda uang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi dengan angka, paling sedikit {minimum}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Isi judulnya dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jangan enam angka yang sama.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis anggota ini tidak ada dalam daftar perpustakaan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jenis koleksi ini tidak ada dalam daftar perpustakaan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kata sandi tidak boleh sama dengan nama pengguna.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kedua kata sandi berbeda; ketik sekali lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode ini {length} huruf; paling panjang {longest}. Mungkin dua pindaian menyatu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci pemulihan tidak cocok: terbaca {signs} dari {wanted} tanda. Periksa lembarnya huruf demi huruf.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama “{username}” sudah dipakai; pilih yang lain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nilai ini tidak dapat dipakai; periksa keterangannya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor label perpustakaan ini {digits} angka.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nomor urut dengan pola ini habis; mulai dari pola lain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PIN terdiri atas enam angka.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pakai huruf, angka, titik, atau tanda hubung, paling banyak {longest}, tanpa spasi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pakai {shortest}–{longest} huruf atau angka tanpa spasi, misalnya siti.a.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paling lama {longest} hari sekaligus.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf; kalimat pendek mudah diingat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas ini sudah tidak ada; buka kembali halaman ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih WIB, WITA, atau WIT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih paling sedikit satu peran.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pilih salah satu profil loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai label barunya, atau ketik nomornya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salah satu peran tidak dikenal; pilih lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah label “{title}”. Pakai label lain.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal akhir harus sama atau sesudah tanggal awal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terlalu panjang; paling banyak {longest} huruf.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak ada angka untuk diurutkan; tambah satu demi satu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tulis angka rupiah, seperti 45000.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{barcode} nomor anggota. Pakai label lain.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>kind</name>
    <message>
      <source>Anak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Audio visual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deposit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Referensi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remaja</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tandon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terbitan berkala</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Umum</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>member type</name>
    <message>
      <source>ASN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lembaga</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mahasiswa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pelajar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Umum</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>refusal</name>
    <message>
      <source>Angka periksa kode “{code}” tidak cocok.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arahkan ke layanan keanggotaan untuk mendaftar kembali.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arahkan membayar dahulu, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aturan ini tidak dapat dilampaui, juga oleh pengawas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batas {limit} eksemplar sudah tercapai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batas {limit} judul sudah tercapai.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum ada anggota yang dilayani.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Belum ada petugas yang masuk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bersihkan label atau kaca pemindai, lalu pindai sekali lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Betulkan dengan meminjamkan atau menerima kembali seperti biasa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Betulkan jam komputer, atau tekan Ctrl+J bila tanggalnya memang benar.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bila bukunya sudah ada dan baik, tekan Ctrl+G untuk menyatakannya tersedia.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bila memang dimaksud, pindai sekali lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cari judul atau nama anggotanya, lalu minta pengatalog memberi label baru.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diperpanjang pun jatuh temponya tetap {due_on}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar ini tercatat {status}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar {barcode} masih tercatat dipinjam.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eksemplar {barcode} tidak sedang dipinjam.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hak pinjam ditangguhkan sampai {until}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hari ini belum ada yang bisa dibatalkan di loket ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ini administrator terakhir; perpustakaan tidak boleh tanpa administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ini kartu anggota {name}, sedangkan yang ditunggu buku.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jadikan petugas lain administrator lebih dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judul ini sudah dipinjam anggota yang sama.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kartu anggota habis masa berlakunya {valid_until}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keanggotaan sudah berakhir; kartunya tidak berlaku lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kembalikan satu, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kewajiban {owed_rp} belum dibayar; batasnya {limit_rp}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode ini {length} huruf; label perpustakaan paling panjang 50.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode “{code}” dipakai lebih dari satu kali.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kode “{code}” tidak dikenal di sini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Koleksi {kind} hanya dibaca di tempat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Letakkan di rak. Untuk meminjamkan, tekan Esc lalu pindai kartu anggota.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masih ada {count} pinjaman yang terlambat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masih calon anggota; pendaftarannya belum disahkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Masuk dahulu dengan nama pengguna dan kata sandi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Minta pengawas atau administrator masuk dengan namanya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mungkin dua pindaian menyatu. Pindai satu per satu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nama pengguna atau kata sandi tidak cocok.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Periksa Caps Lock, lalu ketik sekali lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjang kartunya, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Perpanjang mendekati jatuh tempo, atau periksa masa berlaku kartunya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Persetujuan pengawas perlu alasan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Persilakan membaca di ruang baca; koleksi ini tidak pernah dipinjamkan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Petugas ini tidak berwenang untuk itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai bukunya, atau tekan Esc untuk kembali ke layanan biasa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai dahulu buku yang ditolak, lalu tekan F12.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai kartu anggota dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai label perpustakaan, biasanya di sampul belakang atau halaman judul.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai sekali lagi untuk menerimanya kembali lebih dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai sekali lagi, atau ketik nama anggota atau judul untuk mencari.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindai ulang. Bila tetap begini, label ini bukan milik perpustakaan ini.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pindaian tidak terbaca: yang masuk bukan huruf atau angka.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman baru bisa sesudah tanggal itu, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pinjaman ini sudah diperpanjang {limit} kali, sebanyak yang boleh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sahkan dahulu formulirnya di layanan keanggotaan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Satu judul satu eksemplar, kecuali pengawas menyetujui (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sudah terlambat {days} hari (jatuh tempo {due_on}); tidak dapat diperpanjang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tanggal komputer ini {today}; itu tampak keliru.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terima dahulu buku yang terlambat, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terima dahulu bukunya dengan memindainya.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terima kembali bukunya, atau minta persetujuan pengawas (F12).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terlalu banyak percobaan yang salah.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak ada penolakan yang menunggu persetujuan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tidak dapat dibatalkan: bukunya sudah berpindah tangan sesudah itu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tindakan itu menimbulkan tagihan; pembatalannya perlu alasan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tulis alasannya dalam satu kalimat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tunggu sebentar, lalu coba lagi dengan kata sandi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{code}” adalah ISBN dari penerbit, bukan label perpustakaan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{code}” terpindai dua kali; yang kedua belum dikerjakan.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>role</name>
    <message>
      <source>Administrator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kasir</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pemeriksa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengatalog</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pengawas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>status</name>
    <message>
      <source>dalam perbaikan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dikeluarkan dari koleksi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hilang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rusak</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tersedia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tidak ditemukan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>storage</name>
    <message>
      <source>Berkas data rusak. Jangan dihapus: pulihkan cadangan terakhir (loket restore), lalu hubungi pengelola.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berkas {path} bukan cadangan Loket yang utuh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data ini dibuat Loket yang lebih baru (versi data {found}, program ini {known}). Perbarui Loket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data sedang dipakai program lain dan tidak kunjung dilepas. Tutup Loket yang lain, lalu coba lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk penuh; tindakan terakhir tidak tersimpan. Kosongkan ruang di disk, lalu ulangi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk tidak dapat dibaca atau ditulisi. Berhenti mencatat, periksa disk, lalu buka Loket lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder data tidak boleh ditulisi. Periksa izin folder {path}, lalu buka Loket lagi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder data tidak dapat dibuka: {path}. Periksa apakah disknya terpasang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci berkas data tidak ditemukan di komputer ini. Masukkan kunci pemulihan yang dicatat dahulu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kunci tidak cocok dengan berkas data. Masukkan kunci pemulihan yang dicatat saat pemasangan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pustaka SQLite {found} terlalu lama dan berisiko merusak data. Pasang ulang Loket.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
