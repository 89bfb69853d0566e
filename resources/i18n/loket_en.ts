<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
  <context>
    <name>Assistant</name>
    <message>
      <source>({count} masih perkiraan)</source>
      <translation>({count} still provisional)</translation>
    </message>
    <message>
      <source>Administrator pertama</source>
      <translation>First administrator</translation>
    </message>
    <message>
      <source>Alamat</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Dibuat {today}</source>
      <translation>Made on {today}</translation>
    </message>
    <message>
      <source>Dirikan perpustakaan</source>
      <translation>Set up the library</translation>
    </message>
    <message>
      <source>Hari libur yang sudah ditetapkan pemerintah</source>
      <translation>Holidays already set by the government</translation>
    </message>
    <message>
      <source>Hari tutup</source>
      <translation>Closed days</translation>
    </message>
    <message>
      <source>Huruf kecil dan angka tanpa spasi, misalnya siti.a.</source>
      <translation>Small letters and digits, no spaces, such as siti.a.</translation>
    </message>
    <message>
      <source>Jatuh tempo tidak pernah jatuh pada hari tutup.</source>
      <translation>A due date never falls on a closed day.</translation>
    </message>
    <message>
      <source>Kata sandi</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Kata sandi sekali lagi</source>
      <translation>Password once more</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Kode loket</source>
      <translation>Counter code</translation>
    </message>
    <message>
      <source>Kode perpustakaan</source>
      <translation>Library code</translation>
    </message>
    <message>
      <source>Kunci ini membuka data dan cadangan perpustakaan di komputer lain.</source>
      <translation>This key opens the library's data and backups on another computer.</translation>
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation>Recovery key</translation>
    </message>
    <message>
      <source>Kunci pemulihan Loket</source>
      <translation>Loket recovery key</translation>
    </message>
    <message>
      <source>Lanjut</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Libur nasional dan cuti bersama {year}: {count} hari</source>
      <translation>National holidays and joint leave {year}: {count} {count:day|days}</translation>
    </message>
    <message>
      <source>Loket ini</source>
      <translation>This counter</translation>
    </message>
    <message>
      <source>Mendirikan perpustakaan …</source>
      <translation>Setting up the library …</translation>
    </message>
    <message>
      <source>Menentukan tab yang tampil di loket ini.</source>
      <translation>Decides which tabs this counter shows.</translation>
    </message>
    <message>
      <source>Menyiapkan loket pertama perpustakaan Anda, sekitar tiga menit.</source>
      <translation>Prepares your library's first counter, in about three minutes.</translation>
    </message>
    <message>
      <source>Misalnya Meja Sirkulasi 1.</source>
      <translation>Such as Circulation Desk 1.</translation>
    </message>
    <message>
      <source>Nama ini tercetak pada slip dan kartu. Semua dapat diubah nanti di Pengaturan.</source>
      <translation>This name is printed on slips and cards. All can be changed later in Settings.</translation>
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Nama loket</source>
      <translation>Counter name</translation>
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation>Username</translation>
    </message>
    <message>
      <source>Nama perpustakaan</source>
      <translation>Library name</translation>
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf; kalimat pendek mudah diingat.</source>
      <translation>At least {minimum} characters; a short sentence is easy to remember.</translation>
    </message>
    <message>
      <source>Pendek dan lain dari loket lainnya, misalnya M1.</source>
      <translation>Short, and unlike any other counter's, such as M1.</translation>
    </message>
    <message>
      <source>Pendek, untuk nomor slip.</source>
      <translation>Short, for slip numbers.</translation>
    </message>
    <message>
      <source>Perpustakaan</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>Petugas lain ditambahkan nanti di Pengaturan, masing-masing dengan namanya.</source>
      <translation>Other operators are added later in Settings, each under their own name.</translation>
    </message>
    <message>
      <source>Profil</source>
      <translation>Profile</translation>
    </message>
    <message>
      <source>Salin kunci ini ke kertas dan simpan di lemari terkunci, jangan di dekat komputer. Tanpa kunci ini data tidak dapat dibuka bila komputer rusak. Kunci ini dapat dilihat lagi di Pengaturan.</source>
      <translation>Copy this key onto paper and keep it in a locked cupboard, away from the computer. Without it the data cannot be opened should the computer fail. You can see it again in Settings.</translation>
    </message>
    <message>
      <source>Satu-satunya jalan membuka data dan cadangannya di komputer lain.</source>
      <translation>The only way to open the data and its backups on another computer.</translation>
    </message>
    <message>
      <source>Sebelum mulai</source>
      <translation>Before you begin</translation>
    </message>
    <message>
      <source>Setiap komputer di meja layanan adalah satu loket.</source>
      <translation>Every computer at a service desk is one counter.</translation>
    </message>
    <message>
      <source>Simpan ke berkas …</source>
      <translation>Save to a file …</translation>
    </message>
    <message>
      <source>Simpan kunci pemulihan</source>
      <translation>Save the recovery key</translation>
    </message>
    <message>
      <source>Simpan terkunci. Siapa pun yang memegangnya dapat membaca data anggota.</source>
      <translation>Keep it locked away. Whoever holds it can read members' data.</translation>
    </message>
    <message>
      <source>Sudah saya catat atau simpan di tempat terkunci</source>
      <translation>I have noted it or locked it away</translation>
    </message>
    <message>
      <source>Teks (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Tersimpan: {name}</source>
      <translation>Saved: {name}</translation>
    </message>
    <message>
      <source>Tutup setiap</source>
      <translation>Closed every</translation>
    </message>
    <message>
      <source>Zona waktu</source>
      <translation>Time zone</translation>
    </message>
    <message>
      <source>lanjut</source>
      <translation>next</translation>
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Tutup pesan</source>
      <translation>Close message</translation>
    </message>
  </context>
  <context>
    <name>Busy</name>
    <message>
      <source>Hentikan</source>
      <translation>Stop</translation>
    </message>
  </context>
  <context>
    <name>CardDesigner</name>
    <message>
      <source>Agak tebal</source>
      <translation>Semibold</translation>
    </message>
    <message>
      <source>Alamat anggota</source>
      <translation>Member's address</translation>
    </message>
    <message>
      <source>Alamat perpustakaan</source>
      <translation>Library address</translation>
    </message>
    <message>
      <source>Angka</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Atas</source>
      <translation>Top</translation>
    </message>
    <message>
      <source>Barcode</source>
      <translation>Barcode</translation>
    </message>
    <message>
      <source>Barcode (Code 128)</source>
      <translation>Barcode (Code 128)</translation>
    </message>
    <message>
      <source>Barcode terlalu sempit untuk {code}: garisnya kurang dari 0,25 mm. Lebarkan menjadi {need} mm.</source>
      <translation>The barcode is too narrow for {code}: its bars are below 0.25 mm. Widen it to {need} mm.</translation>
    </message>
    <message>
      <source>Barcode tertutup unsur lain. Naikkan barcodenya ke atas.</source>
      <translation>The barcode is covered by another element. Raise the barcode above it.</translation>
    </message>
    <message>
      <source>Batalkan (Ctrl+Z)</source>
      <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Bawah</source>
      <translation>Bottom</translation>
    </message>
    <message>
      <source>Belakang</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Bentuk</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Berlaku sampai</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Besar motif</source>
      <translation>Pattern size</translation>
    </message>
    <message>
      <source>Biasa</source>
      <translation>Regular</translation>
    </message>
    <message>
      <source>Bidang</source>
      <translation>Shape</translation>
    </message>
    <message>
      <source>Bila kartu ditemukan</source>
      <translation>When the card is found</translation>
    </message>
    <message>
      <source>Bila kartu ditemukan orang</source>
      <translation>When somebody finds the card</translation>
    </message>
    <message>
      <source>Coba dengan nama panjang</source>
      <translation>Try a long name</translation>
    </message>
    <message>
      <source>Dari atas</source>
      <translation>From the top</translation>
    </message>
    <message>
      <source>Dari kiri</source>
      <translation>From the left</translation>
    </message>
    <message>
      <source>Depan</source>
      <translation>Front</translation>
    </message>
    <message>
      <source>Desain</source>
      <translation>Designs</translation>
    </message>
    <message>
      <source>Desain bawaan tidak diubah langsung. Salin dahulu, lalu ubah salinannya.</source>
      <translation>Shipped designs are not changed themselves. Copy one first, then change the copy.</translation>
    </message>
    <message>
      <source>Desain dihapus.</source>
      <translation>The design is deleted.</translation>
    </message>
    <message>
      <source>Desain ini sedang dipakai. Pakai desain lain dahulu, lalu hapus yang ini.</source>
      <translation>This design is in use. Use another one first, then delete this one.</translation>
    </message>
    <message>
      <source>Desain kartu</source>
      <translation>Card design</translation>
    </message>
    <message>
      <source>Desain tersimpan di {path}.</source>
      <translation>The design is saved in {path}.</translation>
    </message>
    <message>
      <source>Desain tersimpan.</source>
      <translation>The design is saved.</translation>
    </message>
    <message>
      <source>Desain “{name}” siap dipakai.</source>
      <translation>The design “{name}” is ready to use.</translation>
    </message>
    <message>
      <source>Dinas di atas nama perpustakaan</source>
      <translation>Agency above the library's name</translation>
    </message>
    <message>
      <source>Dinas di atasnya</source>
      <translation>Agency above it</translation>
    </message>
    <message>
      <source>Ekspor desain kartu</source>
      <translation>Export a card design</translation>
    </message>
    <message>
      <source>Ekspor …</source>
      <translation>Export …</translation>
    </message>
    <message>
      <source>Elips</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <source>F2: ganti namanya</source>
      <translation>F2: rename it</translation>
    </message>
    <message>
      <source>Foto</source>
      <translation>Photo</translation>
    </message>
    <message>
      <source>Gambar</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>Gambar kartu</source>
      <translation>Picture of the card</translation>
    </message>
    <message>
      <source>Gambar orang</source>
      <translation>Figure</translation>
    </message>
    <message>
      <source>Gandakan</source>
      <translation>Duplicate</translation>
    </message>
    <message>
      <source>Garis tepi</source>
      <translation>Outline</translation>
    </message>
    <message>
      <source>Hapus</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Hapus unsur (Del)</source>
      <translation>Remove the element (Del)</translation>
    </message>
    <message>
      <source>Huruf</source>
      <translation>Letter size</translation>
    </message>
    <message>
      <source>Huruf besar semua</source>
      <translation>All capitals</translation>
    </message>
    <message>
      <source>Impor desain kartu</source>
      <translation>Import a card design</translation>
    </message>
    <message>
      <source>Impor …</source>
      <translation>Import …</translation>
    </message>
    <message>
      <source>Isi kotak</source>
      <translation>Fit</translation>
    </message>
    <message>
      <source>Jabatan kepala</source>
      <translation>Office of the head</translation>
    </message>
    <message>
      <source>Jabatan penanda tangan</source>
      <translation>Office of the signer</translation>
    </message>
    <message>
      <source>Jarak baris</source>
      <translation>Line spacing</translation>
    </message>
    <message>
      <source>Jarak huruf</source>
      <translation>Letter spacing</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member type</translation>
    </message>
    <message>
      <source>Jenis kode</source>
      <translation>Kind of code</translation>
    </message>
    <message>
      <source>Judul kartu</source>
      <translation>Title of the card</translation>
    </message>
    <message>
      <source>Jumlah baris</source>
      <translation>Lines</translation>
    </message>
    <message>
      <source>Kanan</source>
      <translation>Right</translation>
    </message>
    <message>
      <source>Kartu baru dicetak dengan desain ini.</source>
      <translation>New cards are printed in this design.</translation>
    </message>
    <message>
      <source>Ke atas unsur lain</source>
      <translation>Above other elements</translation>
    </message>
    <message>
      <source>Ke bawah unsur lain</source>
      <translation>Below other elements</translation>
    </message>
    <message>
      <source>Kelas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Ketebalan</source>
      <translation>Weight</translation>
    </message>
    <message>
      <source>Ketentuan</source>
      <translation>Rules</translation>
    </message>
    <message>
      <source>Ketentuan di sisi belakang</source>
      <translation>Rules on the back</translation>
    </message>
    <message>
      <source>Kiri</source>
      <translation>Left</translation>
    </message>
    <message>
      <source>Klik sebuah unsur pada kartu, atau pilih di daftar.</source>
      <translation>Click an element on the card, or choose it in the list.</translation>
    </message>
    <message>
      <source>Kode QR</source>
      <translation>QR code</translation>
    </message>
    <message>
      <source>Kode kartu</source>
      <translation>Card code</translation>
    </message>
    <message>
      <source>Kode {code} tidak bisa menjadi barcode.</source>
      <translation>The code {code} cannot become a barcode.</translation>
    </message>
    <message>
      <source>Kota</source>
      <translation>City</translation>
    </message>
    <message>
      <source>Kota penandatanganan</source>
      <translation>City of signing</translation>
    </message>
    <message>
      <source>Latar kosong</source>
      <translation>Empty ground</translation>
    </message>
    <message>
      <source>Lebar</source>
      <translation>Width</translation>
    </message>
    <message>
      <source>Letak tegak</source>
      <translation>Vertical place</translation>
    </message>
    <message>
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <source>Logo perpustakaan</source>
      <translation>The library's logo</translation>
    </message>
    <message>
      <source>Menurut pengaturan</source>
      <translation>As in the settings</translation>
    </message>
    <message>
      <source>Motif kawung</source>
      <translation>Kawung pattern</translation>
    </message>
    <message>
      <source>NIP kepala</source>
      <translation>NIP of the head</translation>
    </message>
    <message>
      <source>Nama kepala</source>
      <translation>Name of the head</translation>
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Nama perpustakaan</source>
      <translation>Library name</translation>
    </message>
    <message>
      <source>Nama, alamat, telepon, dan kepala perpustakaan diambil dari Pengaturan.</source>
      <translation>The library's name, address, phone and head come from Settings.</translation>
    </message>
    <message>
      <source>Nomor anggota</source>
      <translation>Member number</translation>
    </message>
    <message>
      <source>Pakai desain ini</source>
      <translation>Use this design</translation>
    </message>
    <message>
      <source>Paling kecil</source>
      <translation>Smallest</translation>
    </message>
    <message>
      <source>Penggantinya</source>
      <translation>Otherwise</translation>
    </message>
    <message>
      <source>Penuh, tepinya terpotong</source>
      <translation>Filled, edges cut</translation>
    </message>
    <message>
      <source>Persegi</source>
      <translation>Rectangle</translation>
    </message>
    <message>
      <source>Pilih berkas …</source>
      <translation>Choose a file …</translation>
    </message>
    <message>
      <source>Pilih gambar</source>
      <translation>Choose a picture</translation>
    </message>
    <message>
      <source>Pilih warna</source>
      <translation>Choose a colour</translation>
    </message>
    <message>
      <source>Rata</source>
      <translation>Alignment</translation>
    </message>
    <message>
      <source>Salin lalu ubah</source>
      <translation>Copy and change</translation>
    </message>
    <message>
      <source>Salinan siap diubah.</source>
      <translation>The copy is ready to be changed.</translation>
    </message>
    <message>
      <source>Sedang</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Segi banyak</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Sekolah atau lembaga</source>
      <translation>School or institution</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Simpan dahulu perubahan desain ini, atau batalkan dengan Ctrl+Z.</source>
      <translation>Save the changes to this design first, or undo them with Ctrl+Z.</translation>
    </message>
    <message>
      <source>Sisipkan isian</source>
      <translation>Insert a field</translation>
    </message>
    <message>
      <source>Sudut bulat</source>
      <translation>Round corners</translation>
    </message>
    <message>
      <source>Tanda tangan</source>
      <translation>Signature</translation>
    </message>
    <message>
      <source>Tanda tangan kepala</source>
      <translation>The head's signature</translation>
    </message>
    <message>
      <source>Tanggal terdaftar</source>
      <translation>Registered on</translation>
    </message>
    <message>
      <source>Tanpa gambar</source>
      <translation>No picture</translation>
    </message>
    <message>
      <source>Tebal</source>
      <translation>Bold</translation>
    </message>
    <message>
      <source>Tebal garis</source>
      <translation>Outline width</translation>
    </message>
    <message>
      <source>Telepon anggota</source>
      <translation>Member's phone</translation>
    </message>
    <message>
      <source>Telepon perpustakaan</source>
      <translation>Library phone</translation>
    </message>
    <message>
      <source>Tempat, tanggal lahir</source>
      <translation>Place and date of birth</translation>
    </message>
    <message>
      <source>Tengah</source>
      <translation>Middle</translation>
    </message>
    <message>
      <source>Tinggi</source>
      <translation>Height</translation>
    </message>
    <message>
      <source>Tulisan</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Tulisan dan logo pada kartu</source>
      <translation>Words and logo on cards</translation>
    </message>
    <message>
      <source>Tulisan dan logo …</source>
      <translation>Words and logo …</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Ulangi (Ctrl+Y)</source>
      <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
      <source>Unsur pada sisi ini</source>
      <translation>Elements on this side</translation>
    </message>
    <message>
      <source>Utuh</source>
      <translation>Whole</translation>
    </message>
    <message>
      <source>Warna</source>
      <translation>Colour</translation>
    </message>
    <message>
      <source>Warna isi</source>
      <translation>Fill colour</translation>
    </message>
    <message>
      <source>tidak ada</source>
      <translation>none</translation>
    </message>
    <message>
      <source>{name} (salinan)</source>
      <translation>{name} (copy)</translation>
    </message>
    <message>
      <source>“{what}” keluar dari kartu. Geser atau kecilkan.</source>
      <translation>“{what}” leaves the card. Move it or make it smaller.</translation>
    </message>
  </context>
  <context>
    <name>Cards</name>
    <message>
      <source>A4, 10 kartu selembar</source>
      <translation>A4, 10 cards a sheet</translation>
    </message>
    <message>
      <source>A4, 8 kartu selembar</source>
      <translation>A4, 8 cards a sheet</translation>
    </message>
    <message>
      <source>Ada di berkas yang disimpan. Cetak berkasnya, lalu katakan hasilnya.</source>
      <translation>It is in the saved file. Print the file, then say how it came out.</translation>
    </message>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Antrean</source>
      <translation>Queue</translation>
    </message>
    <message>
      <source>Antrean dijeda</source>
      <translation>The queue is paused</translation>
    </message>
    <message>
      <source>Antrean kosong</source>
      <translation>Nothing in the queue</translation>
    </message>
    <message>
      <source>Antrean printer sedang ditutup dan menolak kartu. Buka lagi antreannya, lalu tekan Lanjutkan.</source>
      <translation>The printer's queue is closed and refuses cards. Open the queue again, then press Continue.</translation>
    </message>
    <message>
      <source>Atau pindai barcode kartunya: sekaligus terbukti terbaca.</source>
      <translation>Or scan the card's barcode: that proves it can be read, too.</translation>
    </message>
    <message>
      <source>Batal</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Batalkan kartu ini</source>
      <translation>Cancel this card</translation>
    </message>
    <message>
      <source>Belakang · atas</source>
      <translation>Back · top</translation>
    </message>
    <message>
      <source>Belum ada kartu yang dicetak.</source>
      <translation>No card has been printed yet.</translation>
    </message>
    <message>
      <source>Belum tercetak</source>
      <translation>Not printed</translation>
    </message>
    <message>
      <source>Berkas PDF di {path}, {sides}</source>
      <translation>PDF files in {path}, {sides}</translation>
    </message>
    <message>
      <source>Cetak berkasnya dengan ukuran sebenarnya (100 %); lalu Loket menanyakan hasilnya.</source>
      <translation>Print the file at actual size (100 %); Loket then asks how it came out.</translation>
    </message>
    <message>
      <source>Coba lagi</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Data anggota ini sudah tidak ada. Hapus kartunya dari antrean.</source>
      <translation>This member's record is gone. Remove the card from the queue.</translation>
    </message>
    <message>
      <source>Depan · atas</source>
      <translation>Front · top</translation>
    </message>
    <message>
      <source>Desain</source>
      <translation>Design</translation>
    </message>
    <message>
      <source>Desain kartu yang menunggu</source>
      <translation>Design of the waiting cards</translation>
    </message>
    <message>
      <source>Dibatalkan di antrean komputer. Lihat apakah kartunya sempat keluar.</source>
      <translation>Cancelled in the computer's queue. See whether the card came out all the same.</translation>
    </message>
    <message>
      <source>Dijeda: {words}</source>
      <translation>Paused: {words}</translation>
    </message>
    <message>
      <source>Esc kembali</source>
      <translation>Esc goes back</translation>
    </message>
    <message>
      <source>F dan T berlaku untuk kartu yang dipilih. Kartu yang dipindai langsung tercatat baik.</source>
      <translation>F and T are about the chosen card. A card you scan is recorded as good at once.</translation>
    </message>
    <message>
      <source>Folder {path} tidak boleh ditulisi. Pilih folder lain di Pengaturan, bagian Perangkat.</source>
      <translation>The folder {path} cannot be written to. Choose another one in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Foto anggota ini belum sampai dari pusat. Sinkronkan dahulu, lalu coba lagi.</source>
      <translation>This member's photo has not come from the server yet. Synchronise first, then try again.</translation>
    </message>
    <message>
      <source>Gambar kartu {name}</source>
      <translation>Picture of {name}'s card</translation>
    </message>
    <message>
      <source>Garis potong di tepi kartu</source>
      <translation>Crop marks at the cards' edges</translation>
    </message>
    <message>
      <source>Hapus</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Hasil</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Hilang</source>
      <translation>Lost</translation>
    </message>
    <message>
      <source>Isi atau foto salah</source>
      <translation>Wrong text or photo</translation>
    </message>
    <message>
      <source>Jeda</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Kartu ini ditahan di antrean komputer. Lepaskan di sana, atau batalkan.</source>
      <translation>This card is held in the computer's queue. Release it there, or cancel it.</translation>
    </message>
    <message>
      <source>Kartu keluar dengan benar?</source>
      <translation>Did the card come out well?</translation>
    </message>
    <message>
      <source>Kartu kosong di printer habis. Isi wadah kartunya.</source>
      <translation>The printer has run out of blank cards. Fill its feeder.</translation>
    </message>
    <message>
      <source>Kartu pertama</source>
      <translation>First card</translation>
    </message>
    <message>
      <source>Kartu tersangkut di printer. Buka penutupnya dan keluarkan kartunya.</source>
      <translation>A card is stuck in the printer. Open the cover and take the card out.</translation>
    </message>
    <message>
      <source>Kartu uji</source>
      <translation>Test card</translation>
    </message>
    <message>
      <source>Kartu uji dikirim. Ukur bingkainya: 3 mm dari tiap tepi; selisihnya isikan di Perangkat.</source>
      <translation>The test card was sent. Measure its frame: 3 mm from each edge; enter the difference under Devices.</translation>
    </message>
    <message>
      <source>Kartu yang menunggu dicetak</source>
      <translation>Cards waiting to be printed</translation>
    </message>
    <message>
      <source>Kartu {name} tercatat.</source>
      <translation>{name}'s card is recorded.</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keluar baik</source>
      <translation>It came out well</translation>
    </message>
    <message>
      <source>Kemajuan pencetakan</source>
      <translation>Progress of printing</translation>
    </message>
    <message>
      <source>Kertas</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Kode kartu</source>
      <translation>Card code</translation>
    </message>
    <message>
      <source>Kode “{code}” bukan kartu yang sedang diperiksa.</source>
      <translation>The code “{code}” is none of the cards being checked.</translation>
    </message>
    <message>
      <source>Komputer membatalkan cetakan ini. Periksa printer, lalu coba lagi.</source>
      <translation>The computer cancelled this print. Check the printer, then try again.</translation>
    </message>
    <message>
      <source>Kotor, luntur, atau tergores</source>
      <translation>Smeared, faded or scratched</translation>
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Layanan cetak komputer ini mati. Nyalakan lagi komputernya, atau panggil pengelola.</source>
      <translation>This computer's print service is not running. Restart the computer, or call whoever looks after it.</translation>
    </message>
    <message>
      <source>Layanan cetak komputer ini tidak menjawab. Tunggu sebentar; bila tetap begini, nyalakan ulang.</source>
      <translation>This computer's print service does not answer. Wait a moment; if nothing changes, restart.</translation>
    </message>
    <message>
      <source>Loket tertutup saat kartu ini dicetak. Lihat apakah sudah keluar.</source>
      <translation>Loket was closed while this card was being printed. See whether it came out.</translation>
    </message>
    <message>
      <source>Mengapa kartu ini tidak bisa dipakai?</source>
      <translation>Why can this card not be used?</translation>
    </message>
    <message>
      <source>Menunggu giliran</source>
      <translation>Waiting its turn</translation>
    </message>
    <message>
      <source>Miring atau bergeser</source>
      <translation>Crooked or shifted</translation>
    </message>
    <message>
      <source>Naik</source>
      <translation>Up</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Penutup printer terbuka. Tutup sampai berbunyi klik.</source>
      <translation>The printer's cover is open. Close it until it clicks.</translation>
    </message>
    <message>
      <source>Perpanjangan</source>
      <translation>Renewal</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Operator</translation>
    </message>
    <message>
      <source>Pilih anggota di Anggota &amp; Kartu, lalu Cetak kartu.</source>
      <translation>Choose members in Members &amp; Cards, then Print card.</translation>
    </message>
    <message>
      <source>Pita atau tinta habis</source>
      <translation>Ribbon or ink ran out</translation>
    </message>
    <message>
      <source>Pita printer habis. Pasang pita baru.</source>
      <translation>The printer's ribbon has run out. Put in a new one.</translation>
    </message>
    <message>
      <source>Printer belum siap</source>
      <translation>No printer is ready</translation>
    </message>
    <message>
      <source>Printer dipilih di Pengaturan, bagian Perangkat.</source>
      <translation>The printer is chosen in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Printer kartu belum dipilih. Pilih di Pengaturan, bagian Perangkat.</source>
      <translation>No card printer has been chosen. Choose one in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Printer melaporkan kesalahan dan akan mencoba lagi. Periksa lampu dan layar printernya.</source>
      <translation>The printer reports a fault and will try again. Look at its lights and display.</translation>
    </message>
    <message>
      <source>Printer menolak kartu ini. Periksa printernya, lalu coba lagi.</source>
      <translation>The printer refuses this card. Check the printer, then try again.</translation>
    </message>
    <message>
      <source>Printer sedang dihentikan. Nyalakan lagi antreannya; kartu akan keluar dengan sendirinya.</source>
      <translation>The printer is stopped. Start its queue again; the card will come out by itself.</translation>
    </message>
    <message>
      <source>Printer tidak menjawab. Nyalakan dan periksa kabelnya; kartu akan keluar dengan sendirinya.</source>
      <translation>The printer does not answer. Switch it on and check its cable; the card will come out by itself.</translation>
    </message>
    <message>
      <source>Printer {name}, {sides}</source>
      <translation>Printer {name}, {sides}</translation>
    </message>
    <message>
      <source>Printer “{name}” tidak ada di komputer ini. Pilih printer lain di Pengaturan, bagian Perangkat.</source>
      <translation>There is no printer “{name}” on this computer. Choose another one in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Program cetak “{program}” belum terpasang di komputer ini. Pasang paket cups-client.</source>
      <translation>The print program “{program}” is not installed on this computer. Install the package cups-client.</translation>
    </message>
    <message>
      <source>Riwayat cetak</source>
      <translation>Print log</translation>
    </message>
    <message>
      <source>Rusak</source>
      <translation>Damaged</translation>
    </message>
    <message>
      <source>Salah cetak</source>
      <translation>Misprint</translation>
    </message>
    <message>
      <source>Salah cetak tercatat; kartu {name} dicetak lagi.</source>
      <translation>The misprint is recorded; {name}'s card is printed again.</translation>
    </message>
    <message>
      <source>Salah cetak …</source>
      <translation>Misprint …</translation>
    </message>
    <message>
      <source>Satu kartu satu halaman (85,6 × 54 mm)</source>
      <translation>One card a page (85.6 × 54 mm)</translation>
    </message>
    <message>
      <source>Sebab lain</source>
      <translation>Another cause</translation>
    </message>
    <message>
      <source>Sedang dicetak</source>
      <translation>Being printed</translation>
    </message>
    <message>
      <source>Semua kartu selesai</source>
      <translation>All cards are done</translation>
    </message>
    <message>
      <source>Semua keluar baik</source>
      <translation>All came out well</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan kartu sebagai PDF</source>
      <translation>Save cards as PDF</translation>
    </message>
    <message>
      <source>Sisi belakang juga, untuk cetak bolak-balik</source>
      <translation>Backs as well, for printing on both sides</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tidak ada kartu di antrean. Tambahkan dari Anggota &amp; Kartu.</source>
      <translation>No cards in the queue. Add some from Members &amp; Cards.</translation>
    </message>
    <message>
      <source>Tidak ada kartu yang dikirim ke printer sampai Anda melanjutkan.</source>
      <translation>No card goes to the printer until you continue.</translation>
    </message>
    <message>
      <source>Tidak ada kartu yang menunggu untuk disimpan.</source>
      <translation>No cards are waiting to be saved.</translation>
    </message>
    <message>
      <source>Tidak keluar, cetak lagi</source>
      <translation>Nothing came out, print again</translation>
    </message>
    <message>
      <source>Turun</source>
      <translation>Down</translation>
    </message>
    <message>
      <source>Wadah kartu jadi sudah penuh. Kosongkan dahulu.</source>
      <translation>The tray of finished cards is full. Empty it first.</translation>
    </message>
    <message>
      <source>baik</source>
      <translation>good</translation>
    </message>
    <message>
      <source>cetakan ke-{number}</source>
      <translation>print no. {number}</translation>
    </message>
    <message>
      <source>dicetak</source>
      <translation>printing</translation>
    </message>
    <message>
      <source>dua sisi</source>
      <translation>both sides</translation>
    </message>
    <message>
      <source>gagal</source>
      <translation>failed</translation>
    </message>
    <message>
      <source>menunggu</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>periksa</source>
      <translation>to check</translation>
    </message>
    <message>
      <source>satu sisi</source>
      <translation>one side</translation>
    </message>
    <message>
      <source>{count} kartu</source>
      <translation>{count} {count:card|cards}</translation>
    </message>
    <message>
      <source>{count} kartu sudah keluar. Semua baik?</source>
      <translation>{count} cards are out. All good?</translation>
    </message>
    <message>
      <source>{count} kartu tercatat.</source>
      <translation>{count} cards are recorded.</translation>
    </message>
    <message>
      <source>{count} kartu tersimpan: {path}</source>
      <translation>{count} {count:card|cards} saved: {path}</translation>
    </message>
    <message>
      <source>{done} dari {total} kartu selesai</source>
      <translation>{done} of {total} {total:card|cards} done</translation>
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message>
      <source>Belum ada yang diputuskan di sini.</source>
      <translation>Nothing has been decided here yet.</translation>
    </message>
    <message>
      <source>Boleh kosong; tersimpan bersama keputusannya.</source>
      <translation>Optional; kept with the decision.</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Loket</source>
      <translation>Counter</translation>
    </message>
    <message>
      <source>Menunggu</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Menunggu ({count})</source>
      <translation>Waiting ({count})</translation>
    </message>
    <message>
      <source>Perkara</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>Perkara ini diputuskan pengawas atau administrator. Minta ia masuk dengan namanya, atau lanjutkan yang lain.</source>
      <translation>A supervisor or administrator decides this case. Ask one to sign in, or go on with another case.</translation>
    </message>
    <message>
      <source>Sejak</source>
      <translation>Since</translation>
    </message>
    <message>
      <source>Simpan tanggal</source>
      <translation>Save the date</translation>
    </message>
    <message>
      <source>Sudah diputuskan</source>
      <translation>Decided</translation>
    </message>
    <message>
      <source>Tanggal baru</source>
      <translation>New date</translation>
    </message>
    <message>
      <source>Tidak ada yang perlu diputuskan.</source>
      <translation>Nothing waits for a decision.</translation>
    </message>
    <message>
      <source>Tingkat</source>
      <translation>Urgency</translation>
    </message>
    <message>
      <source>Yang bertentangan antara loket. Aturan sudah membukukannya; seseorang memutuskan sisanya.</source>
      <translation>Where counters contradict each other. The rules have booked it; a person decides the rest.</translation>
    </message>
    <message>
      <source>{title}: {choice}. Tercatat.</source>
      <translation>{title}: {choice}. Recorded.</translation>
    </message>
  </context>
  <context>
    <name>Cash</name>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Alasan batal</source>
      <translation>Why void</translation>
    </message>
    <message>
      <source>Ambil dari laci dan serahkan; buktinya dicetak untuk ditandatangani.</source>
      <translation>Take it from the drawer and hand it over; its slip is printed to be signed.</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Member</translation>
    </message>
    <message>
      <source>Arahkan ke bendahara; lunas di sana langsung berlaku di sini.</source>
      <translation>Send the member to the treasurer; once paid there, it counts here at once.</translation>
    </message>
    <message>
      <source>BATAL. Nomornya tetap tercatat.</source>
      <translation>VOID. Its number stays on record.</translation>
    </message>
    <message>
      <source>Banyaknya</source>
      <translation>How many</translation>
    </message>
    <message>
      <source>Batalkan kuitansi</source>
      <translation>Make it void</translation>
    </message>
    <message>
      <source>Batalkan kuitansi {number}?</source>
      <translation>Make receipt {number} void?</translation>
    </message>
    <message>
      <source>Batalkan pembebasan</source>
      <translation>Take waiver back</translation>
    </message>
    <message>
      <source>Batalkan pembebasan?</source>
      <translation>Take the waiver back?</translation>
    </message>
    <message>
      <source>Batalkan …</source>
      <translation>Make void …</translation>
    </message>
    <message>
      <source>Bayar</source>
      <translation>Pay</translation>
    </message>
    <message>
      <source>Bayar di bendahara</source>
      <translation>Pay the treasurer</translation>
    </message>
    <message>
      <source>Bayar sebagian</source>
      <translation>Pay a part</translation>
    </message>
    <message>
      <source>Bayar {total_rp}</source>
      <translation>To pay {total_rp}</translation>
    </message>
    <message>
      <source>Bebaskan</source>
      <translation>Waive</translation>
    </message>
    <message>
      <source>Bebaskan tagihan?</source>
      <translation>Waive the charge?</translation>
    </message>
    <message>
      <source>Belum ada kuitansi</source>
      <translation>No receipt yet</translation>
    </message>
    <message>
      <source>Belum ada shift. Buka laci untuk menerima uang.</source>
      <translation>No shift yet. Open the drawer to take money.</translation>
    </message>
    <message>
      <source>Belum ada tarif layanan yang berlaku. Tambahkan di Pengaturan.</source>
      <translation>No tariff for a service is in force. Add one in Settings.</translation>
    </message>
    <message>
      <source>Belum ada yang dipilih</source>
      <translation>Nothing is ticked</translation>
    </message>
    <message>
      <source>Boleh kosong: kuitansinya tanpa nama.</source>
      <translation>May stay empty: the receipt then bears no name.</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Buka laci</source>
      <translation>Open the drawer</translation>
    </message>
    <message>
      <source>Buka laci dahulu; tagihannya tetap terbuka di bagian Bayar.</source>
      <translation>Open the drawer first; the bill stays open under Pay.</translation>
    </message>
    <message>
      <source>Buka lagi</source>
      <translation>Open again</translation>
    </message>
    <message>
      <source>Buka lagi hari ini</source>
      <translation>Open today again</translation>
    </message>
    <message>
      <source>Buka lagi hari ini?</source>
      <translation>Open today again?</translation>
    </message>
    <message>
      <source>Bukan anggota</source>
      <translation>Not a member</translation>
    </message>
    <message>
      <source>Bukan petugas yang sama.</source>
      <translation>Not the same operator.</translation>
    </message>
    <message>
      <source>Bukti uang kembali.</source>
      <translation>Slip for money given back.</translation>
    </message>
    <message>
      <source>Bukti {number} batal.</source>
      <translation>Slip {number} is void.</translation>
    </message>
    <message>
      <source>Buku hari ini sudah dikunci. Alasan dan nama pengawas tercatat.</source>
      <translation>Today's books are locked. The reason and the supervisor's name are recorded.</translation>
    </message>
    <message>
      <source>Cara</source>
      <translation>Method</translation>
    </message>
    <message>
      <source>Cara bayar</source>
      <translation>Method</translation>
    </message>
    <message>
      <source>Catat {total_rp} {method}</source>
      <translation>Record {total_rp} {method}</translation>
    </message>
    <message>
      <source>Centang yang dibayar sekarang.</source>
      <translation>Tick what is paid now.</translation>
    </message>
    <message>
      <source>Cetak salinan</source>
      <translation>Print a copy</translation>
    </message>
    <message>
      <source>Daftar kuitansi</source>
      <translation>List of receipts</translation>
    </message>
    <message>
      <source>Dari</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Dari bukti QRIS atau transfer.</source>
      <translation>From the proof of the QRIS payment or transfer.</translation>
    </message>
    <message>
      <source>Dari tagihan</source>
      <translation>Of the charge</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Made void</translation>
    </message>
    <message>
      <source>Dibatalkan oleh</source>
      <translation>Made void by</translation>
    </message>
    <message>
      <source>Dibayar</source>
      <translation>Paid now</translation>
    </message>
    <message>
      <source>Dibayar sekarang (rupiah)</source>
      <translation>Paid now (rupiah)</translation>
    </message>
    <message>
      <source>Dibebaskan</source>
      <translation>Waived</translation>
    </message>
    <message>
      <source>Dibebaskan {amount_rp} oleh {by}, {day}: {what}</source>
      <translation>{amount_rp} waived by {by}, {day}: {what}</translation>
    </message>
    <message>
      <source>Dibebaskan {amount_rp}, {day}: {what}</source>
      <translation>{amount_rp} waived, {day}: {what}</translation>
    </message>
    <message>
      <source>Diberikan {by}, disetujui {approved_by}: {reason}</source>
      <translation>Given by {by}, approved by {approved_by}: {reason}</translation>
    </message>
    <message>
      <source>Dibuka {name}.</source>
      <translation>Opened by {name}.</translation>
    </message>
    <message>
      <source>Dikembalikan (rupiah)</source>
      <translation>Amount given back (rupiah)</translation>
    </message>
    <message>
      <source>Diputuskan oleh {by} pada {day}: uangnya dikembalikan.</source>
      <translation>Decided by {by} on {day}: the money is to be given back.</translation>
    </message>
    <message>
      <source>Diserahkan</source>
      <translation>Handed over</translation>
    </message>
    <message>
      <source>Diterima</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Diterima {sum_rp}</source>
      <translation>Received {sum_rp}</translation>
    </message>
    <message>
      <source>Ditinggal di laci (rupiah)</source>
      <translation>Left in the drawer (rupiah)</translation>
    </message>
    <message>
      <source>Hapus baris</source>
      <translation>Remove line</translation>
    </message>
    <message>
      <source>Hari ini belum ada kuitansi.</source>
      <translation>No receipts today yet.</translation>
    </message>
    <message>
      <source>Hari ini sudah dikunci</source>
      <translation>Today is locked</translation>
    </message>
    <message>
      <source>Hari ini sudah dikunci: uang diterima lagi besok.</source>
      <translation>Today is locked: money is taken again tomorrow.</translation>
    </message>
    <message>
      <source>Hari {on} dibuka lagi.</source>
      <translation>{on} is open again.</translation>
    </message>
    <message>
      <source>Hari {on} dikunci: tidak ada lagi uang yang diterima atau dibatalkan.</source>
      <translation>{on} is locked: no more money is taken or made void.</translation>
    </message>
    <message>
      <source>Hitung dan tutup laci</source>
      <translation>Count and close the drawer</translation>
    </message>
    <message>
      <source>Hitung uang awal di laci, tulis jumlahnya, lalu buka.</source>
      <translation>Count the float, write the amount, then open.</translation>
    </message>
    <message>
      <source>Hitung uang di laci</source>
      <translation>Count the drawer</translation>
    </message>
    <message>
      <source>Jual layanan</source>
      <translation>Sell a service</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Kata sandi atau PIN pengawas</source>
      <translation>Supervisor's password or PIN</translation>
    </message>
    <message>
      <source>Kelebihan bayar {credit_rp} dikembalikan tunai dari laci.</source>
      <translation>The overpayment of {credit_rp} is given back in cash from the drawer.</translation>
    </message>
    <message>
      <source>Kelebihan dari</source>
      <translation>Overpaid on</translation>
    </message>
    <message>
      <source>Kelebihan dipakai</source>
      <translation>Overpayment used</translation>
    </message>
    <message>
      <source>Kembalian</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Kembalian {change_rp}</source>
      <translation>Change {change_rp}</translation>
    </message>
    <message>
      <source>Kembalikan</source>
      <translation>Give back</translation>
    </message>
    <message>
      <source>Kembalikan uang</source>
      <translation>Refund</translation>
    </message>
    <message>
      <source>Kembalikan uang?</source>
      <translation>Give money back?</translation>
    </message>
    <message>
      <source>Kembalikan {amount_rp}</source>
      <translation>Give back {amount_rp}</translation>
    </message>
    <message>
      <source>Kuitansi</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Kuitansi loket ini, {today}</source>
      <translation>Receipts of this counter, {today}</translation>
    </message>
    <message>
      <source>Kuitansi tersimpan (Ctrl+2).</source>
      <translation>The receipt is stored (Ctrl+2).</translation>
    </message>
    <message>
      <source>Kuitansi yang cocok dengan “{text}”</source>
      <translation>Receipts matching “{text}”</translation>
    </message>
    <message>
      <source>Kuitansi {number} batal. Kembalikan {back_rp} kepada pembayarnya.</source>
      <translation>Receipt {number} is void. Give {back_rp} back to the payer.</translation>
    </message>
    <message>
      <source>Kunci hari ini</source>
      <translation>Lock today</translation>
    </message>
    <message>
      <source>Kurang</source>
      <translation>Short</translation>
    </message>
    <message>
      <source>Laci</source>
      <translation>Drawer</translation>
    </message>
    <message>
      <source>Laci belum dibuka. Buka di bagian Laci (Ctrl+3).</source>
      <translation>The drawer is not open. Open it under Drawer (Ctrl+3).</translation>
    </message>
    <message>
      <source>Laci dibuka dengan {float_rp}.</source>
      <translation>The drawer was opened with {float_rp}.</translation>
    </message>
    <message>
      <source>Laci ditutup. {handed_rp} menunggu diserahkan ke bendahara.</source>
      <translation>Drawer closed. {handed_rp} waits to be handed to the treasurer.</translation>
    </message>
    <message>
      <source>Laci ditutup; {handed_rp} sudah diterima bendahara.</source>
      <translation>Drawer closed; the treasurer has received {handed_rp}.</translation>
    </message>
    <message>
      <source>Laci terbuka sejak {when}</source>
      <translation>Drawer open since {when}</translation>
    </message>
    <message>
      <source>Laci tertutup</source>
      <translation>Drawer closed</translation>
    </message>
    <message>
      <source>Layanan</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Layani</source>
      <translation>Serve</translation>
    </message>
    <message>
      <source>Lebih</source>
      <translation>Over</translation>
    </message>
    <message>
      <source>Masih kurang</source>
      <translation>Still missing</translation>
    </message>
    <message>
      <source>Mengapa berbeda?</source>
      <translation>Why the difference?</translation>
    </message>
    <message>
      <source>Menunggu diserahkan: {cash_rp}</source>
      <translation>Waiting to be handed over: {cash_rp}</translation>
    </message>
    <message>
      <source>Menunggu diserahkan: {cash_rp} tunai, {noncash_rp} nontunai</source>
      <translation>Waiting to be handed over: {cash_rp} in cash, {noncash_rp} non-cash</translation>
    </message>
    <message>
      <source>Nama pembayar</source>
      <translation>Name of the payer</translation>
    </message>
    <message>
      <source>Nama pengguna pengawas</source>
      <translation>Supervisor's user name</translation>
    </message>
    <message>
      <source>Nanti saja</source>
      <translation>Not now</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Nomor referensi</source>
      <translation>Reference number</translation>
    </message>
    <message>
      <source>Nomornya tetap tercatat sebagai batal, tagihannya hidup lagi, dan uangnya keluar dari laci yang sedang terbuka.</source>
      <translation>Its number stays on record as void, its charges are owed again, and the money goes out of the drawer now open.</translation>
    </message>
    <message>
      <source>Nontunai</source>
      <translation>Non-cash</translation>
    </message>
    <message>
      <source>Oleh</source>
      <translation>By</translation>
    </message>
    <message>
      <source>Pakai</source>
      <translation>Use</translation>
    </message>
    <message>
      <source>Pakai jumlah ini</source>
      <translation>Use this amount</translation>
    </message>
    <message>
      <source>Pakai kelebihan</source>
      <translation>Use credit</translation>
    </message>
    <message>
      <source>Pakai kelebihan bayar</source>
      <translation>Use an overpayment</translation>
    </message>
    <message>
      <source>Paling banyak {owed_rp}.</source>
      <translation>At most {owed_rp}.</translation>
    </message>
    <message>
      <source>Pas</source>
      <translation>Exact</translation>
    </message>
    <message>
      <source>Pembebasan dibatalkan</source>
      <translation>Waiver taken back</translation>
    </message>
    <message>
      <source>Pembulatan</source>
      <translation>Rounding</translation>
    </message>
    <message>
      <source>Periksa dahulu bahwa uangnya sudah masuk.</source>
      <translation>First make sure that the money has arrived.</translation>
    </message>
    <message>
      <source>Perlu meterai.</source>
      <translation>Needs a duty stamp.</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Operator</translation>
    </message>
    <message>
      <source>Pilih dahulu tagihannya dengan panah ke atas atau ke bawah.</source>
      <translation>Choose the charge first with the up and down arrows.</translation>
    </message>
    <message>
      <source>Pindai di bagian Bayar (Ctrl+1).</source>
      <translation>Scan under Pay (Ctrl+1).</translation>
    </message>
    <message>
      <source>Pindai kartu anggota; Enter menerima uang pas. Bukan anggota: Ctrl+J.</source>
      <translation>Scan a member's card; Enter takes the exact sum. Not a member: Ctrl+J.</translation>
    </message>
    <message>
      <source>Pindai kartu atau kuitansi, atau ketik nama …</source>
      <translation>Scan a card or a receipt, or type a name …</translation>
    </message>
    <message>
      <source>Pindai kuitansi, atau ketik nomor atau nama pembayar …</source>
      <translation>Scan a receipt, or type its number or the payer's name …</translation>
    </message>
    <message>
      <source>Printer struk belum dipilih. Simpan kuitansinya sebagai PDF (Ctrl+S), lalu cetak.</source>
      <translation>No receipt printer is chosen. Save the receipt as a PDF (Ctrl+S), then print it.</translation>
    </message>
    <message>
      <source>QRIS</source>
      <translation>QRIS</translation>
    </message>
    <message>
      <source>Salinan {number} dikirim ke printer.</source>
      <translation>A copy of {number} was sent to the printer.</translation>
    </message>
    <message>
      <source>Sebagian</source>
      <translation>Part</translation>
    </message>
    <message>
      <source>Seharusnya di laci</source>
      <translation>Should be there</translation>
    </message>
    <message>
      <source>Sekaligus saya terima sebagai bendahara</source>
      <translation>I receive it at once, as treasurer</translation>
    </message>
    <message>
      <source>Selisih</source>
      <translation>Difference</translation>
    </message>
    <message>
      <source>Semua uang sudah diserahkan.</source>
      <translation>All money has been handed over.</translation>
    </message>
    <message>
      <source>Semuanya lunas.</source>
      <translation>Everything is paid.</translation>
    </message>
    <message>
      <source>Serah terima {number}: bawa {cash_rp} dengan suratnya (Ctrl+S) ke bendahara.</source>
      <translation>Hand-over {number}: take {cash_rp} with its slip (Ctrl+S) to the treasurer.</translation>
    </message>
    <message>
      <source>Serahkan ke bendahara</source>
      <translation>Hand to the treasurer</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Shift</translation>
    </message>
    <message>
      <source>Shift di loket ini</source>
      <translation>Shifts of this counter</translation>
    </message>
    <message>
      <source>Siap menerima</source>
      <translation>Ready</translation>
    </message>
    <message>
      <source>Siapa yang datang?</source>
      <translation>Who has come?</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan kuitansi</source>
      <translation>Save the receipt</translation>
    </message>
    <message>
      <source>Simpan surat serah terima</source>
      <translation>Save the hand-over slip</translation>
    </message>
    <message>
      <source>Spasi</source>
      <translation>Space</translation>
    </message>
    <message>
      <source>Struk dicetak.</source>
      <translation>The slip is printing.</translation>
    </message>
    <message>
      <source>Sudah dibayar</source>
      <translation>Paid</translation>
    </message>
    <message>
      <source>Sudah diputuskan: uangnya dikembalikan.</source>
      <translation>It was decided: the money is to be given back.</translation>
    </message>
    <message>
      <source>Surat serah terima …</source>
      <translation>Hand-over slip …</translation>
    </message>
    <message>
      <source>Tab: uang diterima. Spasi: centang.</source>
      <translation>Tab: money received. Space: tick.</translation>
    </message>
    <message>
      <source>Tagih lagi</source>
      <translation>Charge again</translation>
    </message>
    <message>
      <source>Tagihan</source>
      <translation>Owed</translation>
    </message>
    <message>
      <source>Tagihan anggota tampil di sini.</source>
      <translation>A member's charges appear here.</translation>
    </message>
    <message>
      <source>Tagihannya {owed_rp}; sisanya tetap tercatat.</source>
      <translation>{owed_rp} is owed; the rest stays on record.</translation>
    </message>
    <message>
      <source>Tambahkan</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tempelkan meterai pada kuitansinya.</source>
      <translation>Put a duty stamp on the receipt.</translation>
    </message>
    <message>
      <source>Terhitung</source>
      <translation>Counted</translation>
    </message>
    <message>
      <source>Terima</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>Terima {total_rp}</source>
      <translation>Take {total_rp}</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tidak ada kuitansi yang cocok.</source>
      <translation>No receipt matches.</translation>
    </message>
    <message>
      <source>Tidak ada pembebasan anggota ini yang bisa dibatalkan.</source>
      <translation>This member has no waiver that could be taken back.</translation>
    </message>
    <message>
      <source>Tidak ada tagihan</source>
      <translation>Nothing to pay</translation>
    </message>
    <message>
      <source>Tidak ada uang yang berpindah tangan.</source>
      <translation>No money changes hands.</translation>
    </message>
    <message>
      <source>Tidak bisa</source>
      <translation>Not possible</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Transfer</translation>
    </message>
    <message>
      <source>Tunai</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Tunai keluar</source>
      <translation>Cash out</translation>
    </message>
    <message>
      <source>Tunai masuk</source>
      <translation>Cash in</translation>
    </message>
    <message>
      <source>Tutup laci</source>
      <translation>Close the drawer</translation>
    </message>
    <message>
      <source>Uang awal</source>
      <translation>Float</translation>
    </message>
    <message>
      <source>Uang awal di laci (rupiah)</source>
      <translation>Float in the drawer (rupiah)</translation>
    </message>
    <message>
      <source>Uang awal shift berikutnya.</source>
      <translation>The float of the next shift.</translation>
    </message>
    <message>
      <source>Uang baru diterima lagi besok, atau sesudah pengawas membukanya.</source>
      <translation>Money is taken again tomorrow, or after a supervisor opens the day.</translation>
    </message>
    <message>
      <source>Uang di laci sama dengan catatan.</source>
      <translation>The money in the drawer is what the records say.</translation>
    </message>
    <message>
      <source>Uang di laci {difference_rp} lebih banyak daripada catatan.</source>
      <translation>The drawer holds {difference_rp} more than the records say.</translation>
    </message>
    <message>
      <source>Uang di laci {difference_rp} lebih sedikit daripada catatan.</source>
      <translation>The drawer holds {difference_rp} less than the records say.</translation>
    </message>
    <message>
      <source>Uang diterima</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Uang diterima (rupiah)</source>
      <translation>Money received (rupiah)</translation>
    </message>
    <message>
      <source>Untuk</source>
      <translation>For</translation>
    </message>
    <message>
      <source>Untuk {what}, {owed_rp}. Tidak ada uang yang berpindah tangan.</source>
      <translation>For {what}, {owed_rp}. No money changes hands.</translation>
    </message>
    <message>
      <source>Usul: yang ditinggal shift sebelumnya.</source>
      <translation>Proposed: what the last shift left.</translation>
    </message>
    <message>
      <source>Waktu</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Yang dibebaskan</source>
      <translation>What was waived</translation>
    </message>
    <message>
      <source>Yang dibebaskan (rupiah)</source>
      <translation>Amount waived (rupiah)</translation>
    </message>
    <message>
      <source>Yang harus dibayar</source>
      <translation>What is to be paid</translation>
    </message>
    <message>
      <source>batal</source>
      <translation>void</translation>
    </message>
    <message>
      <source>batal {void_rp}</source>
      <translation>void {void_rp}</translation>
    </message>
    <message>
      <source>bayar di bendahara</source>
      <translation>pay the treasurer</translation>
    </message>
    <message>
      <source>belum ada dasar tarif</source>
      <translation>no tariff in law yet</translation>
    </message>
    <message>
      <source>bila kembali hari ini</source>
      <translation>if returned today</translation>
    </message>
    <message>
      <source>catat pembayaran {method}</source>
      <translation>record the {method} payment</translation>
    </message>
    <message>
      <source>centang baris yang dipilih</source>
      <translation>tick the chosen line</translation>
    </message>
    <message>
      <source>dan {count} lagi</source>
      <translation>and {count} more</translation>
    </message>
    <message>
      <source>dibulatkan dari {lines_rp}</source>
      <translation>rounded from {lines_rp}</translation>
    </message>
    <message>
      <source>diserahkan</source>
      <translation>handed</translation>
    </message>
    <message>
      <source>jual layanan</source>
      <translation>sell a service</translation>
    </message>
    <message>
      <source>kelebihan bayar {credit_rp}</source>
      <translation>overpaid earlier: {credit_rp}</translation>
    </message>
    <message>
      <source>kembalikan uangnya</source>
      <translation>give the money back</translation>
    </message>
    <message>
      <source>menunggu</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>nontunai {other_rp}</source>
      <translation>non-cash {other_rp}</translation>
    </message>
    <message>
      <source>terbuka</source>
      <translation>open</translation>
    </message>
    <message>
      <source>terima tunai, uang pas</source>
      <translation>take cash, the exact sum</translation>
    </message>
    <message>
      <source>terima {received_rp}, kembalikan {change_rp}</source>
      <translation>take {received_rp}, give back {change_rp}</translation>
    </message>
    <message>
      <source>tunai {cash_rp}</source>
      <translation>cash {cash_rp}</translation>
    </message>
    <message>
      <source>uang kembali</source>
      <translation>money given back</translation>
    </message>
    <message>
      <source>uangnya masih kurang {missing_rp}</source>
      <translation>{missing_rp} is still missing</translation>
    </message>
    <message>
      <source>{amount_rp} berlaku lagi sebagai tagihan.</source>
      <translation>{amount_rp} is owed again.</translation>
    </message>
    <message>
      <source>{amount_rp} tidak ditagih lagi.</source>
      <translation>{amount_rp} is no longer owed.</translation>
    </message>
    <message>
      <source>{count} anggota menunggu uang kembali, {credit_rp}.</source>
      <translation>{count} {count:member waits|members wait} for money back, {credit_rp}.</translation>
    </message>
    <message>
      <source>{count} buku terlambat; bila kembali hari ini dendanya {fine_rp}.</source>
      <translation>{count} {count:book|books} late; returned today, the fine would be {fine_rp}.</translation>
    </message>
    <message>
      <source>{count} salinan</source>
      <translation>{count} {count:copy|copies}</translation>
    </message>
    <message>
      <source>{decided_rp} diputuskan dikembalikan (Ctrl+U)</source>
      <translation>{decided_rp} is to be given back (Ctrl+U)</translation>
    </message>
    <message>
      <source>{owed_rp} hanya diterima bendahara penerimaan.</source>
      <translation>{owed_rp} is received by the treasurer only.</translation>
    </message>
    <message>
      <source>{owed_rp} lagi dibayar di bendahara</source>
      <translation>another {owed_rp} is paid to the treasurer</translation>
    </message>
    <message>
      <source>{received_rp}, kembali {change_rp}</source>
      <translation>{received_rp}, change {change_rp}</translation>
    </message>
    <message>
      <source>{total_rp} lewat {method}</source>
      <translation>{total_rp} by {method}</translation>
    </message>
    <message>
      <source>{total_rp} tunai, diterima {received_rp}</source>
      <translation>{total_rp} in cash, {received_rp} received</translation>
    </message>
    <message>
      <source>{total_rp} tunai, uang pas</source>
      <translation>{total_rp} in cash, exact</translation>
    </message>
  </context>
  <context>
    <name>CashCount</name>
    <message>
      <source>Banyaknya {worth_rp}</source>
      <translation>Pieces of {worth_rp}</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Lembar/keping</source>
      <translation>Pieces</translation>
    </message>
    <message>
      <source>Loket</source>
      <translation>Desk</translation>
    </message>
    <message>
      <source>Pecahan</source>
      <translation>Worth</translation>
    </message>
  </context>
  <context>
    <name>Catalogue</name>
    <message>
      <source>Angka periksa ISBN tidak cocok; cocokkan dengan bukunya.</source>
      <translation>The ISBN's check digit does not match; compare it with the book.</translation>
    </message>
    <message>
      <source>Bahasa</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Barcode</source>
      <translation>Barcode</translation>
    </message>
    <message>
      <source>Barcode pertama</source>
      <translation>First barcode</translation>
    </message>
    <message>
      <source>Beberapa pengarang dipisah titik koma.</source>
      <translation>Separate several authors with semicolons.</translation>
    </message>
    <message>
      <source>Beberapa subjek dipisah titik koma.</source>
      <translation>Separate several subjects with semicolons.</translation>
    </message>
    <message>
      <source>Belum ada eksemplar.</source>
      <translation>No copies yet.</translation>
    </message>
    <message>
      <source>Belum disimpan. Ctrl+S menyimpan; Esc sekali lagi meninggalkannya.</source>
      <translation>Not saved yet. Ctrl+S saves; Esc again leaves without saving.</translation>
    </message>
    <message>
      <source>Betulkan</source>
      <translation>Correct it</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Cari judul, pengarang, ISBN, atau pindai barcode …</source>
      <translation>Search title, author or ISBN, or scan a barcode …</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Cetak label</source>
      <translation>Print labels</translation>
    </message>
    <message>
      <source>Cetak label ({waiting})</source>
      <translation>Print labels ({waiting})</translation>
    </message>
    <message>
      <source>Daftar judul</source>
      <translation>List of titles</translation>
    </message>
    <message>
      <source>Deskripsi fisik</source>
      <translation>Physical description</translation>
    </message>
    <message>
      <source>Edisi</source>
      <translation>Edition</translation>
    </message>
    <message>
      <source>Eksemplar</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Eksemplar disimpan.</source>
      <translation>Copy saved.</translation>
    </message>
    <message>
      <source>Eksemplar disimpan; label barunya menunggu dicetak.</source>
      <translation>Copy saved; its new label is waiting to be printed.</translation>
    </message>
    <message>
      <source>Eksemplar judul ini</source>
      <translation>Copies of this title</translation>
    </message>
    <message>
      <source>Eksemplar {barcode}</source>
      <translation>Copy {barcode}</translation>
    </message>
    <message>
      <source>Enter pindah ke isian berikutnya; Enter terakhir menyimpan.</source>
      <translation>Enter moves to the next field; the last Enter saves.</translation>
    </message>
    <message>
      <source>Harga</source>
      <translation>Price</translation>
    </message>
    <message>
      <source>Harga (Rp)</source>
      <translation>Price (Rp)</translation>
    </message>
    <message>
      <source>ISBN</source>
      <translation>ISBN</translation>
    </message>
    <message>
      <source>ISBN biasanya 10 atau 13 angka; cocokkan dengan bukunya.</source>
      <translation>An ISBN usually has 10 or 13 digits; compare it with the book.</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Jenis bahan</source>
      <translation>Material type</translation>
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation>Collection kind</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Judul baru</source>
      <translation>New title</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Katalog masih kosong. Tambah judul pertama, atau ambil data dari sistem lama.</source>
      <translation>The catalogue is still empty. Add the first title, or take data from the old system.</translation>
    </message>
    <message>
      <source>Ke lembar label</source>
      <translation>To the label sheet</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>Condition</translation>
    </message>
    <message>
      <source>Kembali ke daftar</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Klasifikasi</source>
      <translation>Classification</translation>
    </message>
    <message>
      <source>Lokasi</source>
      <translation>Location</translation>
    </message>
    <message>
      <source>Nomor induk</source>
      <translation>Accession no.</translation>
    </message>
    <message>
      <source>Nomor panggil</source>
      <translation>Call number</translation>
    </message>
    <message>
      <source>Penerbit</source>
      <translation>Publisher</translation>
    </message>
    <message>
      <source>Pengarang</source>
      <translation>Authors</translation>
    </message>
    <message>
      <source>Pernyataan tanggung jawab</source>
      <translation>Statement of responsibility</translation>
    </message>
    <message>
      <source>Pindai labelnya; tombol ↓ mengisi nomor usulan.</source>
      <translation>Scan the label; ↓ fills in the proposed number.</translation>
    </message>
    <message>
      <source>Seri</source>
      <translation>Series</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Subjek</source>
      <translation>Subjects</translation>
    </message>
    <message>
      <source>Tahun</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Tambah eksemplar</source>
      <translation>Add copies</translation>
    </message>
    <message>
      <source>Tempat terbit</source>
      <translation>Place published</translation>
    </message>
    <message>
      <source>Terbaru dahulu</source>
      <translation>Newest first</translation>
    </message>
    <message>
      <source>Tersedia</source>
      <translation>Available</translation>
    </message>
    <message>
      <source>Tersimpan: {title}, eksemplar {barcode}.</source>
      <translation>Saved: {title}, copy {barcode}.</translation>
    </message>
    <message>
      <source>Tersimpan: {title}, {made} eksemplar {first} sampai {last}.</source>
      <translation>Saved: {title}, {made} {made:copy|copies} {first} to {last}.</translation>
    </message>
    <message>
      <source>Tersimpan: {title}.</source>
      <translation>Saved: {title}.</translation>
    </message>
    <message>
      <source>Tidak ada judul dengan kata “{text}”.</source>
      <translation>No title contains “{text}”.</translation>
    </message>
    <message>
      <source>Tidak ada yang berubah.</source>
      <translation>Nothing has changed.</translation>
    </message>
    <message>
      <source>Ubah yang keliru, atau tambah eksemplar di kanan.</source>
      <translation>Change what is wrong, or add copies on the right.</translation>
    </message>
    <message>
      <source>dipinjam {name} s.d. {due}</source>
      <translation>lent to {name} until {due}</translation>
    </message>
    <message>
      <source>judul baru</source>
      <translation>new title</translation>
    </message>
    <message>
      <source>{added} label ditambahkan ke lembar label.</source>
      <translation>{added} {added:label|labels} added to the label sheet.</translation>
    </message>
    <message>
      <source>{found} judul ditemukan</source>
      <translation>{found} {found:title|titles} found</translation>
    </message>
    <message>
      <source>{made} label tersimpan di {path}.</source>
      <translation>{made} {made:label|labels} saved in {path}.</translation>
    </message>
  </context>
  <context>
    <name>Circulation</name>
    <message>
      <source> (batas tertinggi)</source>
      <translation> (the limit)</translation>
    </message>
    <message>
      <source> + {count} hari libur</source>
      <translation> + {count} closed {count:day|days}</translation>
    </message>
    <message>
      <source> · denda {counted} × {rate_rp} = {fine_rp}</source>
      <translation> · fine {counted} × {rate_rp} = {fine_rp}</translation>
    </message>
    <message>
      <source> · ditangguhkan sampai {until}</source>
      <translation> · suspended until {until}</translation>
    </message>
    <message>
      <source> · tanpa sanksi</source>
      <translation> · no sanction</translation>
    </message>
    <message>
      <source>, dipotong masa berlaku kartu</source>
      <translation>, cut short by card expiry</translation>
    </message>
    <message>
      <source>0 bila diganti dengan buku yang sama.</source>
      <translation>0 if replaced with the same book.</translation>
    </message>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Member</translation>
    </message>
    <message>
      <source>Batalkan tindakan</source>
      <translation>Undo action</translation>
    </message>
    <message>
      <source>Batalkan tindakan terakhir?</source>
      <translation>Undo the last action?</translation>
    </message>
    <message>
      <source>Belum ada di katalog loket ini</source>
      <translation>Not in this counter's catalogue yet</translation>
    </message>
    <message>
      <source>Belum ada eksemplarnya.</source>
      <translation>It has no copies yet.</translation>
    </message>
    <message>
      <source>Belum ada pinjaman untuk dicetak.</source>
      <translation>There are no loans to print yet.</translation>
    </message>
    <message>
      <source>Belum boleh meminjam</source>
      <translation>May not borrow yet</translation>
    </message>
    <message>
      <source>Biarkan</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <source>Bila loket lain meminjamkannya, pinjaman itu selesai sendiri sesudah sinkronisasi.</source>
      <translation>If another counter lent it, that loan ends by itself after synchronising.</translation>
    </message>
    <message>
      <source>Boleh meminjam {count} lagi</source>
      <translation>May borrow {count} more</translation>
    </message>
    <message>
      <source>Bukan kartu atau buku</source>
      <translation>Not a card or a book</translation>
    </message>
    <message>
      <source>Catat hilang?</source>
      <translation>Mark as lost?</translation>
    </message>
    <message>
      <source>Catat rusak?</source>
      <translation>Mark damaged?</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Catatan eksemplar dibatalkan</source>
      <translation>Copy's record undone</translation>
    </message>
    <message>
      <source>Ctrl+Z sekali lagi membatalkan tindakan sebelumnya.</source>
      <translation>Ctrl+Z again undoes the action before that.</translation>
    </message>
    <message>
      <source>Dari {name} ({number})</source>
      <translation>From {name} ({number})</translation>
    </message>
    <message>
      <source>Denda dibayar ke bendahara; kartu ditahan sampai ada kuitansinya.</source>
      <translation>The fine is paid to the treasurer; keep the card until there is a receipt.</translation>
    </message>
    <message>
      <source>Di katalog: {title}</source>
      <translation>In the catalogue: {title}</translation>
    </message>
    <message>
      <source>Dibuka di halamannya.</source>
      <translation>Opened on its own page.</translation>
    </message>
    <message>
      <source>Dicatat hilang</source>
      <translation>Marked as lost</translation>
    </message>
    <message>
      <source>Dicatat kembali</source>
      <translation>Noted as returned</translation>
    </message>
    <message>
      <source>Dicatat rusak</source>
      <translation>Marked damaged</translation>
    </message>
    <message>
      <source>Diperpanjang</source>
      <translation>Renewed</translation>
    </message>
    <message>
      <source>Diperpanjang sampai {due_on}</source>
      <translation>Renewed until {due_on}</translation>
    </message>
    <message>
      <source>Dipinjam</source>
      <translation>Lent</translation>
    </message>
    <message>
      <source>Hanya menerima kembali; kartu belum dipindai.</source>
      <translation>Returns only; no card has been scanned.</translation>
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation>Fill this in.</translation>
    </message>
    <message>
      <source>Jatuh tempo</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Jatuh tempo baru {due_on}</source>
      <translation>Now due {due_on}</translation>
    </message>
    <message>
      <source>Jatuh tempo {due_on}</source>
      <translation>Due {due_on}</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Kartu habis {valid_until}</source>
      <translation>Card expires {valid_until}</translation>
    </message>
    <message>
      <source>Kata sandi atau PIN</source>
      <translation>Password or PIN</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Kembali saja</source>
      <translation>Return only</translation>
    </message>
    <message>
      <source>Kembali, terlambat</source>
      <translation>Returned late</translation>
    </message>
    <message>
      <source>Kode</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Layanan {name} ditutup. </source>
      <translation>{name} is finished. </translation>
    </message>
    <message>
      <source>Nama pengguna pengawas</source>
      <translation>Supervisor's username</translation>
    </message>
    <message>
      <source>No. anggota {number}</source>
      <translation>Member no. {number}</translation>
    </message>
    <message>
      <source>Nyatakan tersedia lagi?</source>
      <translation>Mark as available again?</translation>
    </message>
    <message>
      <source>Otomatis</source>
      <translation>Automatic</translation>
    </message>
    <message>
      <source>Panah atas dan bawah memilih, Enter membuka.</source>
      <translation>Up and Down choose, Enter opens.</translation>
    </message>
    <message>
      <source>Peminjam: {name}</source>
      <translation>Borrower: {name}</translation>
    </message>
    <message>
      <source>Peminjaman dibatalkan</source>
      <translation>Loan undone</translation>
    </message>
    <message>
      <source>Pengembalian</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Pengembalian dibatalkan</source>
      <translation>Return undone</translation>
    </message>
    <message>
      <source>Penggantian {charge_rp} ditagihkan.</source>
      <translation>{charge_rp} charged for replacement.</translation>
    </message>
    <message>
      <source>Perpanjang</source>
      <translation>Renew</translation>
    </message>
    <message>
      <source>Perpanjangan dibatalkan</source>
      <translation>Renewal undone</translation>
    </message>
    <message>
      <source>Perpanjangan ke-{count} dari {limit}.</source>
      <translation>Renewal {count} of {limit}.</translation>
    </message>
    <message>
      <source>Persetujuan pengawas</source>
      <translation>Supervisor's approval</translation>
    </message>
    <message>
      <source>Petugas: {name}</source>
      <translation>Operator: {name}</translation>
    </message>
    <message>
      <source>Pilih anggota</source>
      <translation>Choose a member</translation>
    </message>
    <message>
      <source>Pindai buku; Enter bila selesai.</source>
      <translation>Scan books; Enter when done.</translation>
    </message>
    <message>
      <source>Pindai kartu anggota atau buku</source>
      <translation>Scan a member card or a book</translation>
    </message>
    <message>
      <source>Pindai kartu anggota untuk meminjam, buku untuk kembali.</source>
      <translation>Scan a member card to lend, a book to take it back.</translation>
    </message>
    <message>
      <source>Pindai kartu atau buku berikutnya.</source>
      <translation>Scan the next card or book.</translation>
    </message>
    <message>
      <source>Pindai kartu atau buku, atau ketik nama, nomor, judul …</source>
      <translation>Scan a card or book, or type a name, number, title …</translation>
    </message>
    <message>
      <source>Pinjam</source>
      <translation>Lent</translation>
    </message>
    <message>
      <source>Pinjaman anggota tampil di sini.</source>
      <translation>A member's loans are shown here.</translation>
    </message>
    <message>
      <source>Pinjaman {name} · </source>
      <translation>Lent to {name} · </translation>
    </message>
    <message>
      <source>Salah catat? Ctrl+Z membatalkan.</source>
      <translation>Recorded by mistake? Ctrl+Z undoes it.</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Setujui</source>
      <translation>Approve</translation>
    </message>
    <message>
      <source>Siap</source>
      <translation>Ready</translation>
    </message>
    <message>
      <source>Siap melayani</source>
      <translation>Ready to serve</translation>
    </message>
    <message>
      <source>Sisa {count} lagi. Enter bila selesai.</source>
      <translation>{count} more allowed. Enter when done.</translation>
    </message>
    <message>
      <source>Slip</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Sudah dipindai</source>
      <translation>Already scanned</translation>
    </message>
    <message>
      <source>Tadinya tercatat {status}; sekarang tersedia lagi.</source>
      <translation>Was recorded as {status}; now available again.</translation>
    </message>
    <message>
      <source>Tagihan penggantian (rupiah)</source>
      <translation>Replacement charge (rupiah)</translation>
    </message>
    <message>
      <source>Tepat waktu</source>
      <translation>On time</translation>
    </message>
    <message>
      <source>Tersedia di rak</source>
      <translation>On the shelf</translation>
    </message>
    <message>
      <source>Tersedia lagi</source>
      <translation>Available again</translation>
    </message>
    <message>
      <source>Tidak ada pinjaman yang dikenal loket ini.</source>
      <translation>This counter knows no loan of it.</translation>
    </message>
    <message>
      <source>Tidak ada yang dicatat</source>
      <translation>Nothing was recorded</translation>
    </message>
    <message>
      <source>Tidak bisa</source>
      <translation>Not possible</translation>
    </message>
    <message>
      <source>Tindakan itu menimbulkan tagihan. Tulis alasannya; tagihannya ikut dibatalkan.</source>
      <translation>That action made a charge. Write the reason; the charge is undone with it.</translation>
    </message>
    <message>
      <source>Tulis rupiahnya dengan angka saja, misalnya 50.000.</source>
      <translation>Write the rupiah in figures only, such as 50.000.</translation>
    </message>
    <message>
      <source>Untuk meminjamkan, pindai kartu anggota dahulu.</source>
      <translation>To lend it, scan the member card first.</translation>
    </message>
    <message>
      <source>aturan bawaan</source>
      <translation>built-in rule</translation>
    </message>
    <message>
      <source>aturan {member} × {kind}</source>
      <translation>rule {member} × {kind}</translation>
    </message>
    <message>
      <source>baru</source>
      <translation>new</translation>
    </message>
    <message>
      <source>batalkan</source>
      <translation>undo</translation>
    </message>
    <message>
      <source>bayar</source>
      <translation>pay</translation>
    </message>
    <message>
      <source>cetak</source>
      <translation>print</translation>
    </message>
    <message>
      <source>cetak lagi</source>
      <translation>print again</translation>
    </message>
    <message>
      <source>cetak slip</source>
      <translation>print slip</translation>
    </message>
    <message>
      <source>data anggota</source>
      <translation>member's page</translation>
    </message>
    <message>
      <source>masih memegang {count} pinjaman</source>
      <translation>still has {count} {count:loan|loans}</translation>
    </message>
    <message>
      <source>s.d. {day}</source>
      <translation>until {day}</translation>
    </message>
    <message>
      <source>selesai</source>
      <translation>done</translation>
    </message>
    <message>
      <source>semua anggota</source>
      <translation>all members</translation>
    </message>
    <message>
      <source>semua koleksi</source>
      <translation>all collections</translation>
    </message>
    <message>
      <source>seumur hidup</source>
      <translation>for life</translation>
    </message>
    <message>
      <source>terlambat {count} hari</source>
      <translation>{count} {count:day|days} late</translation>
    </message>
    <message>
      <source>{available} dari {items} tersedia</source>
      <translation>{available} of {items} available</translation>
    </message>
    <message>
      <source>{barcode} dipinjam {name} s.d. {due_on}</source>
      <translation>{barcode} lent to {name} until {due_on}</translation>
    </message>
    <message>
      <source>{count} anggota cocok dengan “{text}”</source>
      <translation>{count} {count:member matches|members match} “{text}”</translation>
    </message>
    <message>
      <source>{count} diperpanjang</source>
      <translation>{count} renewed</translation>
    </message>
    <message>
      <source>{count} dipinjam</source>
      <translation>{count} lent</translation>
    </message>
    <message>
      <source>{count} hari</source>
      <translation>{count} {count:day|days}</translation>
    </message>
    <message>
      <source>{count} hari buka</source>
      <translation>{count} open {count:day|days}</translation>
    </message>
    <message>
      <source>{count} hari libur bebas</source>
      <translation>{count} closed {count:day|days} free</translation>
    </message>
    <message>
      <source>{count} hari tenggang bebas</source>
      <translation>{count} grace {count:day|days} free</translation>
    </message>
    <message>
      <source>{count} kembali</source>
      <translation>{count} returned</translation>
    </message>
    <message>
      <source>{credit_rp} yang sudah dibayar menjadi kelebihan bayar anggota: pakai atau kembalikan di Denda &amp; Kas.</source>
      <translation>{credit_rp} that was already paid is now the member's credit: use it or give it back in Fines &amp; Cash.</translation>
    </message>
  </context>
  <context>
    <name>Closing</name>
    <message>
      <source>Akhiri semua</source>
      <translation>End all</translation>
    </message>
    <message>
      <source>Angkanya sudah diperiksa. {name} yang menandatangani.</source>
      <translation>The figures were checked. {name} signs.</translation>
    </message>
    <message>
      <source>Belum ada hari yang dicatat.</source>
      <translation>No day was recorded yet.</translation>
    </message>
    <message>
      <source>Belum dibuat hari ini.</source>
      <translation>Not made today.</translation>
    </message>
    <message>
      <source>Belum ditutup: angka masih berjalan.</source>
      <translation>Not closed: figures are still running.</translation>
    </message>
    <message>
      <source>Berkas disimpan di {folder}</source>
      <translation>Files are kept in {folder}</translation>
    </message>
    <message>
      <source>Berkas {number} disimpan.</source>
      <translation>The files of {number} are saved.</translation>
    </message>
    <message>
      <source>Berubah sejak revisi sebelumnya</source>
      <translation>Changed since the revision before</translation>
    </message>
    <message>
      <source>Boleh kosong.</source>
      <translation>May be empty.</translation>
    </message>
    <message>
      <source>Buka halaman</source>
      <translation>Open page</translation>
    </message>
    <message>
      <source>Buka untuk dicetak sesudah tutup</source>
      <translation>Open for printing after closing</translation>
    </message>
    <message>
      <source>Cadangan</source>
      <translation>Backup</translation>
    </message>
    <message>
      <source>Cadangkan</source>
      <translation>Back up</translation>
    </message>
    <message>
      <source>Catat keluar</source>
      <translation>Note as left</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Catatan untuk rekap</source>
      <translation>Note for the recap</translation>
    </message>
    <message>
      <source>Cetak</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Dibuat otomatis {at}; belum ditandatangani.</source>
      <translation>Made automatically {at}; not signed yet.</translation>
    </message>
    <message>
      <source>Ditandatangani oleh {name}, {at}.</source>
      <translation>Signed by {name}, {at}.</translation>
    </message>
    <message>
      <source>Ditutup {at}; belum ditandatangani.</source>
      <translation>Closed {at}; not signed yet.</translation>
    </message>
    <message>
      <source>Folder untuk berkas rekap</source>
      <translation>Folder for recap files</translation>
    </message>
    <message>
      <source>Ganti folder …</source>
      <translation>Change folder …</translation>
    </message>
    <message>
      <source>Hari</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Hari dan rekapnya</source>
      <translation>Days and their recaps</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Hari sebelumnya</source>
      <translation>Days before</translation>
    </message>
    <message>
      <source>Kartu dan jaminan</source>
      <translation>Cards and pledges</translation>
    </message>
    <message>
      <source>Kas</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Kata sandi atau PIN Anda</source>
      <translation>Your password or PIN</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Kirim ke server</source>
      <translation>Sending to the server</translation>
    </message>
    <message>
      <source>Kirim sekarang</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>Koleksi yang diambilkan</source>
      <translation>Fetched items</translation>
    </message>
    <message>
      <source>Komputer internet</source>
      <translation>Internet computers</translation>
    </message>
    <message>
      <source>Laci belum ditutup; hitung isinya.</source>
      <translation>The drawer is not closed; count it.</translation>
    </message>
    <message>
      <source>Laci dihitung, hari kas dikunci.</source>
      <translation>Drawer counted, cash day locked.</translation>
    </message>
    <message>
      <source>Layanan ditutup: {number}. PDF, XLSX, dan CSV ada di {folder}.</source>
      <translation>Service closed: {number}. PDF, XLSX and CSV are in {folder}.</translation>
    </message>
    <message>
      <source>Loker</source>
      <translation>Lockers</translation>
    </message>
    <message>
      <source>Loket</source>
      <translation>Counter</translation>
    </message>
    <message>
      <source>Nomor diberikan saat ditutup</source>
      <translation>The number is given at closing</translation>
    </message>
    <message>
      <source>Pengunjung di dalam</source>
      <translation>Visitors inside</translation>
    </message>
    <message>
      <source>Rekap harian {on}</source>
      <translation>Daily recap {on}</translation>
    </message>
    <message>
      <source>Rekap {count} hari belum ditandatangani. Periksa di Rekap (F9).</source>
      <translation>The recaps of {count} days are not signed. See Recap (F9).</translation>
    </message>
    <message>
      <source>Rekap {on} belum ditandatangani. Periksa di Rekap (F9).</source>
      <translation>The recap of {on} is not signed. See Recap (F9).</translation>
    </message>
    <message>
      <source>Saat ditutup</source>
      <translation>At closing</translation>
    </message>
    <message>
      <source>Sebelum tutup</source>
      <translation>Before closing</translation>
    </message>
    <message>
      <source>Semua beres.</source>
      <translation>All is in order.</translation>
    </message>
    <message>
      <source>Semua kosong.</source>
      <translation>All are empty.</translation>
    </message>
    <message>
      <source>Semua sudah dikembalikan.</source>
      <translation>All were given back.</translation>
    </message>
    <message>
      <source>Semua sudah ditutup.</source>
      <translation>All are closed.</translation>
    </message>
    <message>
      <source>Semua sudah keluar.</source>
      <translation>Everybody has left.</translation>
    </message>
    <message>
      <source>Semua sudah kembali ke raknya.</source>
      <translation>All are back on their shelves.</translation>
    </message>
    <message>
      <source>Semua tercetak.</source>
      <translation>All are printed.</translation>
    </message>
    <message>
      <source>Semua terkirim.</source>
      <translation>All is sent.</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save files</translation>
    </message>
    <message>
      <source>Struk</source>
      <translation>Slips</translation>
    </message>
    <message>
      <source>Sudah dibuat hari ini.</source>
      <translation>Made today.</translation>
    </message>
    <message>
      <source>Tanda tangani</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Tanda tangani  Enter</source>
      <translation>Sign  Enter</translation>
    </message>
    <message>
      <source>Tanda tangani {number}</source>
      <translation>Sign {number}</translation>
    </message>
    <message>
      <source>Tidak ada program untuk membuka PDF. Berkasnya: {path}</source>
      <translation>No program opens PDF files here. The file: {path}</translation>
    </message>
    <message>
      <source>Tidak ada sesi yang berjalan.</source>
      <translation>No session is running.</translation>
    </message>
    <message>
      <source>Tidak ada yang berubah sejak {number} dibuat.</source>
      <translation>Nothing changed since {number} was made.</translation>
    </message>
    <message>
      <source>Tutup dengan {count} hal belum beres?</source>
      <translation>Close with {count} open matters?</translation>
    </message>
    <message>
      <source>Tutup lagi (revisi)</source>
      <translation>Close again (revision)</translation>
    </message>
    <message>
      <source>Tutup layanan</source>
      <translation>Close the day</translation>
    </message>
    <message>
      <source>Tutup layanan  Enter</source>
      <translation>Close the day  Enter</translation>
    </message>
    <message>
      <source>Tutup semuanya</source>
      <translation>Close them all</translation>
    </message>
    <message>
      <source>belum ditutup</source>
      <translation>not closed</translation>
    </message>
    <message>
      <source>dan {count} angka lain</source>
      <translation>and {count} other figures</translation>
    </message>
    <message>
      <source>ditandatangani</source>
      <translation>signed</translation>
    </message>
    <message>
      <source>otomatis, perlu tanda tangan</source>
      <translation>automatic, to be signed</translation>
    </message>
    <message>
      <source>perlu tanda tangan</source>
      <translation>to be signed</translation>
    </message>
    <message>
      <source>revisi {revision}</source>
      <translation>revision {revision}</translation>
    </message>
    <message>
      <source>revisi {revision}, {state}</source>
      <translation>revision {revision}, {state}</translation>
    </message>
    <message>
      <source>{count} buku belum dikembalikan pembacanya.</source>
      <translation>{count} books were not given back by readers.</translation>
    </message>
    <message>
      <source>{count} catatan belum terkirim.</source>
      <translation>{count} records are not sent.</translation>
    </message>
    <message>
      <source>{count} hal belum beres; tertulis pada rekap bila tetap ditutup.</source>
      <translation>{count} matters are open; the recap says so if you close all the same.</translation>
    </message>
    <message>
      <source>{count} hari belum ditutup.</source>
      <translation>{count} days are not closed.</translation>
    </message>
    <message>
      <source>{count} hari ditutup.</source>
      <translation>{count} days closed.</translation>
    </message>
    <message>
      <source>{count} kartu atau jaminan belum diambil.</source>
      <translation>{count} cards or pledges were not collected.</translation>
    </message>
    <message>
      <source>{count} kuitansi; hari kas belum dikunci.</source>
      <translation>{count} receipts; the cash day is not locked.</translation>
    </message>
    <message>
      <source>{count} kunjungan dicatat keluar.</source>
      <translation>{count} visits noted as left.</translation>
    </message>
    <message>
      <source>{count} lagi</source>
      <translation>{count} more</translation>
    </message>
    <message>
      <source>{count} loker masih berisi; panggil pemiliknya.</source>
      <translation>{count} lockers still hold things; call the owners.</translation>
    </message>
    <message>
      <source>{count} orang masih tercatat di dalam.</source>
      <translation>{count} people are still noted as inside.</translation>
    </message>
    <message>
      <source>{count} sesi internet diakhiri.</source>
      <translation>{count} internet sessions ended.</translation>
    </message>
    <message>
      <source>{count} sesi masih berjalan.</source>
      <translation>{count} sessions are still running.</translation>
    </message>
    <message>
      <source>{count} struk belum tercetak.</source>
      <translation>{count} slips are not printed.</translation>
    </message>
    <message>
      <source>{number} ditandatangani; berkasnya diperbarui.</source>
      <translation>{number} is signed; its files are up to date.</translation>
    </message>
  </context>
  <context>
    <name>EbookReport</name>
    <message>
      <source>Banyaknya kolom di baris ini tidak sesuai dengan judul kolom.</source>
      <translation>This row does not have as many columns as there are headings.</translation>
    </message>
    <message>
      <source>Judul bukunya kosong.</source>
      <translation>The book has no title.</translation>
    </message>
    <message>
      <source>Tanggal kembalinya lebih dahulu daripada tanggal pinjam.</source>
      <translation>The return is earlier than the loan.</translation>
    </message>
    <message>
      <source>Tanggal pinjam {value} belum tiba.</source>
      <translation>The loan date {value} has not come yet.</translation>
    </message>
    <message>
      <source>Tanggal pinjamnya kosong.</source>
      <translation>The loan has no date.</translation>
    </message>
    <message>
      <source>“{value}” bukan tanggal yang dapat dibaca.</source>
      <translation>“{value}” is no date that can be read.</translation>
    </message>
  </context>
  <context>
    <name>Ebooks</name>
    <message>
      <source>Ambil laporan KLIK …</source>
      <translation>Take a KLIK report …</translation>
    </message>
    <message>
      <source>Baris</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Baris laporan</source>
      <translation>Rows of the report</translation>
    </message>
    <message>
      <source>Batalkan catatan</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Batalkan catatan pinjaman?</source>
      <translation>Undo this loan?</translation>
    </message>
    <message>
      <source>Batalkan …  Ctrl+Z</source>
      <translation>Undo …  Ctrl+Z</translation>
    </message>
    <message>
      <source>Beberapa judul cocok; pilih salah satu.</source>
      <translation>Several titles fit; choose one.</translation>
    </message>
    <message>
      <source>Belum ada judul. Ambil dari laporan KLIK, atau tambahkan.</source>
      <translation>No titles yet. Take them from a KLIK report, or add them.</translation>
    </message>
    <message>
      <source>Belum ada pinjaman e-book hari ini.</source>
      <translation>No e-book has been lent today.</translation>
    </message>
    <message>
      <source>Berapa orang sekaligus; 0 tanpa batas.</source>
      <translation>How many people at once; 0 for no limit.</translation>
    </message>
    <message>
      <source>Berkas yang sama dua kali tidak menambah apa pun.</source>
      <translation>The same file twice adds nothing.</translation>
    </message>
    <message>
      <source>Boleh kosong.</source>
      <translation>May stay empty.</translation>
    </message>
    <message>
      <source>Bukan anggota: {name}</source>
      <translation>Not a member: {name}</translation>
    </message>
    <message>
      <source>Catat pinjaman  Enter</source>
      <translation>Note the loan  Enter</translation>
    </message>
    <message>
      <source>Catat {count} pinjaman</source>
      <translation>Note {count} {count:loan|loans}</translation>
    </message>
    <message>
      <source>Contoh berkas (XLSX) …</source>
      <translation>Sample file (XLSX) …</translation>
    </message>
    <message>
      <source>Di aplikasi KLIK sendiri tidak ada yang berubah.</source>
      <translation>Nothing changes in the KLIK app itself.</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>Dikembalikan</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Dipinjam</source>
      <translation>Lent</translation>
    </message>
    <message>
      <source>Dipinjamkan</source>
      <translation>Lent</translation>
    </message>
    <message>
      <source>E-book kembali sendiri; tidak ada yang perlu diterima di meja.</source>
      <translation>E-books return by themselves; there is nothing to take back at the desk.</translation>
    </message>
    <message>
      <source>E-book yang sedang dipinjam</source>
      <translation>E-books on loan now</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Judul baru …</source>
      <translation>New title …</translation>
    </message>
    <message>
      <source>Judul e-book</source>
      <translation>E-book title</translation>
    </message>
    <message>
      <source>Judul e-book baru</source>
      <translation>New e-book title</translation>
    </message>
    <message>
      <source>Judul yang mana?</source>
      <translation>Which title?</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Kembali sendiri</source>
      <translation>Returns itself</translation>
    </message>
    <message>
      <source>Kembali sendiri {due}.</source>
      <translation>Returns by itself on {due}.</translation>
    </message>
    <message>
      <source>Ketik judul e-booknya, atau pilih di daftar Judul.</source>
      <translation>Type the title of the e-book, or choose it in the list of titles.</translation>
    </message>
    <message>
      <source>Ketik judulnya, atau pilih di daftar Judul.</source>
      <translation>Type the title, or choose it in the list.</translation>
    </message>
    <message>
      <source>Laporan KLIK ({patterns})</source>
      <translation>KLIK report ({patterns})</translation>
    </message>
    <message>
      <source>Laporan {file}</source>
      <translation>Report {file}</translation>
    </message>
    <message>
      <source>Lisensi</source>
      <translation>Licences</translation>
    </message>
    <message>
      <source>Nomor di aplikasi</source>
      <translation>Number in the app</translation>
    </message>
    <message>
      <source>Paling cepat bebas {back}.</source>
      <translation>Free again on {back} at the earliest.</translation>
    </message>
    <message>
      <source>Pembaca</source>
      <translation>Reader</translation>
    </message>
    <message>
      <source>Pengarang</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>Pilih laporan dari aplikasi KLIK</source>
      <translation>Choose a report from the KLIK app</translation>
    </message>
    <message>
      <source>Pindai dahulu kartu pembacanya, atau ketik namanya.</source>
      <translation>Scan the reader's card first, or type the name.</translation>
    </message>
    <message>
      <source>Pindai kartu atau ketik nama.</source>
      <translation>Scan a card or type a name.</translation>
    </message>
    <message>
      <source>Pindai kartu dan ketik judul, urutannya bebas.</source>
      <translation>Scan a card and type a title, in any order.</translation>
    </message>
    <message>
      <source>Pindai kartu, atau ketik nama atau judul e-book …</source>
      <translation>Scan a card, or type a name or an e-book title …</translation>
    </message>
    <message>
      <source>Pinjaman e-book hari ini</source>
      <translation>Today's e-book loans</translation>
    </message>
    <message>
      <source>Pinjaman ini tidak dihitung lagi.</source>
      <translation>This loan no longer counts.</translation>
    </message>
    <message>
      <source>Sedang dipinjam</source>
      <translation>On loan</translation>
    </message>
    <message>
      <source>Semua judul</source>
      <translation>All titles</translation>
    </message>
    <message>
      <source>Semua terpakai</source>
      <translation>All in use</translation>
    </message>
    <message>
      <source>Seperti di aplikasi KLIK, agar laporannya bertemu dengan judul yang sama.</source>
      <translation>As in the KLIK app, so that its report meets the same title.</translation>
    </message>
    <message>
      <source>Siap mencatat e-book</source>
      <translation>Ready to note an e-book</translation>
    </message>
    <message>
      <source>Siapa yang membaca?</source>
      <translation>Who is reading?</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Simpan contoh</source>
      <translation>Save the sample</translation>
    </message>
    <message>
      <source>Sudah dipinjam</source>
      <translation>Already lent</translation>
    </message>
    <message>
      <source>Tidak ada anggota maupun judul dengan “{typed}”.</source>
      <translation>No member and no title goes by “{typed}”.</translation>
    </message>
    <message>
      <source>Tidak ada baris pinjaman di berkas ini.</source>
      <translation>There are no loans in this file.</translation>
    </message>
    <message>
      <source>Tidak ada e-book yang sedang dipinjam.</source>
      <translation>No e-book is on loan now.</translation>
    </message>
    <message>
      <source>Tidak dipinjamkan lagi</source>
      <translation>No longer lent</translation>
    </message>
    <message>
      <source>Ubah …</source>
      <translation>Change …</translation>
    </message>
    <message>
      <source>baru</source>
      <translation>new</translation>
    </message>
    <message>
      <source>batal</source>
      <translation>undone</translation>
    </message>
    <message>
      <source>bukan anggota</source>
      <translation>not a member</translation>
    </message>
    <message>
      <source>judul</source>
      <translation>titles</translation>
    </message>
    <message>
      <source>pembaca</source>
      <translation>readers</translation>
    </message>
    <message>
      <source>pinjaman</source>
      <translation>loans</translation>
    </message>
    <message>
      <source>semua terpakai</source>
      <translation>all in use</translation>
    </message>
    <message>
      <source>sudah dikembalikan</source>
      <translation>was returned</translation>
    </message>
    <message>
      <source>sudah kembali</source>
      <translation>returned</translation>
    </message>
    <message>
      <source>sudah tercatat</source>
      <translation>already noted</translation>
    </message>
    <message>
      <source>tanpa batas</source>
      <translation>no limit</translation>
    </message>
    <message>
      <source>tidak terbaca</source>
      <translation>unreadable</translation>
    </message>
    <message>
      <source>{bad} baris tidak terbaca dan ditinggalkan.</source>
      <translation>{bad} {bad:row cannot be read and is|rows cannot be read and are} left out.</translation>
    </message>
    <message>
      <source>{free} dari {licences} bebas</source>
      <translation>{free} of {licences} free</translation>
    </message>
    <message>
      <source>{new} pinjaman baru, {known} sudah tercatat.</source>
      <translation>{new} new {new:loan|loans}, {known} already noted.</translation>
    </message>
    <message>
      <source>{new} pinjaman dicatat dari laporan.</source>
      <translation>{new} {new:loan|loans} noted from the report.</translation>
    </message>
    <message>
      <source>{returned} pinjaman ditandai dikembalikan.</source>
      <translation>{returned} {returned:loan|loans} marked as returned.</translation>
    </message>
    <message>
      <source>{returned} pinjaman ternyata sudah dikembalikan.</source>
      <translation>{returned} {returned:loan turns|loans turn} out to be returned.</translation>
    </message>
    <message>
      <source>{titles} judul baru.</source>
      <translation>{titles} new {titles:title|titles}.</translation>
    </message>
    <message>
      <source>“{title}” disimpan.</source>
      <translation>“{title}” is saved.</translation>
    </message>
  </context>
  <context>
    <name>Enrol</name>
    <message>
      <source>Alamat Loket Pusat</source>
      <translation>Address of Loket Pusat</translation>
    </message>
    <message>
      <source>Apa yang disiapkan di komputer ini?</source>
      <translation>What is this computer to be?</translation>
    </message>
    <message>
      <source>Dihentikan. Yang sudah diambil tetap tersimpan.</source>
      <translation>Stopped. What was fetched is kept.</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Ketik alamatnya, atau pindai kode QR dari Loket Pusat di sini.</source>
      <translation>Type the address, or scan the QR code of Loket Pusat here.</translation>
    </message>
    <message>
      <source>Kode pendaftaran</source>
      <translation>Enrolment code</translation>
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Loket ini sudah terdaftar. Data perpustakaan diambil sekali; sesudah itu Anda dapat masuk.</source>
      <translation>This counter is enrolled. The library's data is fetched once; then you can sign in.</translation>
    </message>
    <message>
      <source>Loket tambahan</source>
      <translation>A further counter</translation>
    </message>
    <message>
      <source>Mengambil data perpustakaan …</source>
      <translation>Fetching the library's data …</translation>
    </message>
    <message>
      <source>Menyapa Loket Pusat …</source>
      <translation>Calling Loket Pusat …</translation>
    </message>
    <message>
      <source>Pengelola Loket Pusat memberi alamat dan kode, di kertas atau sebagai kode QR.</source>
      <translation>Whoever runs Loket Pusat gives you address and code, on paper or as a QR code.</translation>
    </message>
    <message>
      <source>Perpustakaan baru</source>
      <translation>A new library</translation>
    </message>
    <message>
      <source>Sambungkan</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>Sambungkan ke Loket Pusat</source>
      <translation>Connect to Loket Pusat</translation>
    </message>
    <message>
      <source>Selamat datang di Loket</source>
      <translation>Welcome to Loket</translation>
    </message>
    <message>
      <source>Seperti tertera, dengan sidik di belakangnya bila ada. Sekali pakai.</source>
      <translation>As printed, with the fingerprint behind it if there is one.</translation>
    </message>
    <message>
      <source>Terputus: {why} Yang sudah diambil tersimpan.</source>
      <translation>Interrupted: {why} What was fetched is kept.</translation>
    </message>
    <message>
      <source>Untuk loket pertama. Bekerja sendiri tanpa jaringan; dapat disambungkan ke pusat kelak.</source>
      <translation>For the first counter. Works alone, without a network; can be connected later.</translation>
    </message>
    <message>
      <source>Untuk perpustakaan yang sudah memakai Loket Pusat. Siapkan alamat dan kode pendaftarannya.</source>
      <translation>For a library that has Loket Pusat already. Keep its address and enrolment code ready.</translation>
    </message>
  </context>
  <context>
    <name>FormRow</name>
    <message>
      <source>wajib</source>
      <translation>required</translation>
    </message>
  </context>
  <context>
    <name>Guestbook</name>
    <message>
      <source>0–5 tahun</source>
      <translation>0–5 years</translation>
    </message>
    <message>
      <source>13–15 tahun</source>
      <translation>13–15 years</translation>
    </message>
    <message>
      <source>16–18 tahun</source>
      <translation>16–18 years</translation>
    </message>
    <message>
      <source>19–24 tahun</source>
      <translation>19–24 years</translation>
    </message>
    <message>
      <source>25–44 tahun</source>
      <translation>25–44 years</translation>
    </message>
    <message>
      <source>45–59 tahun</source>
      <translation>45–59 years</translation>
    </message>
    <message>
      <source>60 tahun ke atas</source>
      <translation>60 years and over</translation>
    </message>
    <message>
      <source>6–12 tahun</source>
      <translation>6–12 years</translation>
    </message>
    <message>
      <source>Ada nomor sepanjang NIK. Hapus nomornya; nama saja cukup.</source>
      <translation>There is a number as long as a NIK. Remove it; the name alone will do.</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Anggota dihitung satu orang. Tulis rombongannya di baris sendiri.</source>
      <translation>A member counts as one person. Write the group on a line of its own.</translation>
    </message>
    <message>
      <source>Asal</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Asal instansi</source>
      <translation>Institution</translation>
    </message>
    <message>
      <source>Asal sekolah atau instansi</source>
      <translation>School or institution</translation>
    </message>
    <message>
      <source>Asal sekolah, kantor, atau desa</source>
      <translation>School, office or village</translation>
    </message>
    <message>
      <source>Baris</source>
      <translation>Line</translation>
    </message>
    <message>
      <source>Baris berkas</source>
      <translation>Lines of the file</translation>
    </message>
    <message>
      <source>Baris demi baris seperti di buku, dengan jam datangnya. Jam kosong berarti sama dengan di atasnya; anggota cukup nomornya; orang lebih dari satu berarti rombongan.</source>
      <translation>Line by line as in the book, with the time each came. No time means as above; for a member the number is enough; more than one person is a group.</translation>
    </message>
    <message>
      <source>Baris ini tidak dihitung lagi.</source>
      <translation>This line no longer counts.</translation>
    </message>
    <message>
      <source>Baris sesudah ini tidak dibaca. Bagi berkasnya per bulan.</source>
      <translation>The lines after this one are not read. Split the file by month.</translation>
    </message>
    <message>
      <source>Batalkan</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Batalkan baris</source>
      <translation>Undo line</translation>
    </message>
    <message>
      <source>Batalkan baris ini?</source>
      <translation>Undo this line?</translation>
    </message>
    <message>
      <source>Belum ada baris; tulis jam dan nama atau nomor anggota.</source>
      <translation>No lines yet; write a time and a name or member number.</translation>
    </message>
    <message>
      <source>Belum ada pengunjung hari ini.</source>
      <translation>No visitors today yet.</translation>
    </message>
    <message>
      <source>Belum ada siapa-siapa di dalam.</source>
      <translation>Nobody is inside yet.</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Book</translation>
    </message>
    <message>
      <source>Buku dipinjam dan dikembalikan di Sirkulasi.</source>
      <translation>Books are lent and returned at Circulation.</translation>
    </message>
    <message>
      <source>Buku hari ini</source>
      <translation>Today's book</translation>
    </message>
    <message>
      <source>Buku kertas yang diketik di Excel atau CSV. Berkas yang sama dua kali tidak menambah.</source>
      <translation>A paper book typed in Excel or CSV. The same file twice adds nothing.</translation>
    </message>
    <message>
      <source>Buku pengunjung yang diisi</source>
      <translation>Visitor book in use</translation>
    </message>
    <message>
      <source>Buku {book}</source>
      <translation>Book: {book}</translation>
    </message>
    <message>
      <source>Catat</source>
      <translation>Take</translation>
    </message>
    <message>
      <source>Catat masuk</source>
      <translation>Check in</translation>
    </message>
    <message>
      <source>Catat semua keluar?</source>
      <translation>Check everybody out?</translation>
    </message>
    <message>
      <source>Catat {count} baris</source>
      <translation>Take {count} {count:line|lines}</translation>
    </message>
    <message>
      <source>Cukup nama atau inisialnya; yang lain boleh kosong. NIK tidak ditanyakan.</source>
      <translation>A name or initials will do; the rest may stay empty. No identity number is asked for.</translation>
    </message>
    <message>
      <source>Datang</source>
      <translation>Came</translation>
    </message>
    <message>
      <source>Di dalam</source>
      <translation>Inside</translation>
    </message>
    <message>
      <source>Di dalam sekarang</source>
      <translation>Inside now</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>Dihitung sekali dalam {minutes} menit.</source>
      <translation>Counted once in {minutes} minutes.</translation>
    </message>
    <message>
      <source>Diterima oleh</source>
      <translation>Received by</translation>
    </message>
    <message>
      <source>Hak pinjamnya ditangguhkan; membaca di tempat tetap boleh.</source>
      <translation>Borrowing is suspended; reading in the library is still allowed.</translation>
    </message>
    <message>
      <source>Hanya tamu yang mendapat slip; kartu anggota adalah nomornya.</source>
      <translation>Only guests get a slip; a member's card is his number.</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Impor Excel/CSV …</source>
      <translation>Import Excel/CSV …</translation>
    </message>
    <message>
      <source>Impor buku pengunjung</source>
      <translation>Import a visitor book</translation>
    </message>
    <message>
      <source>Ini label buku {code}</source>
      <translation>This is the label of book {code}</translation>
    </message>
    <message>
      <source>Jam</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Jamnya kosong. Isi perkiraan jam datangnya.</source>
      <translation>The time is empty. Fill in about when they came.</translation>
    </message>
    <message>
      <source>Jamnya kosong; dipakai jam baris di atasnya.</source>
      <translation>The time is empty; that of the line above is used.</translation>
    </message>
    <message>
      <source>Jamnya tidak terbaca. Tulis seperti 09.05.</source>
      <translation>The time cannot be read. Write it like 09.05.</translation>
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Jenis kelamin tidak terbaca; dicatat tanpa itu.</source>
      <translation>The sex cannot be read; written down without it.</translation>
    </message>
    <message>
      <source>Jumlah orang</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Jumlahnya bukan angka. Tulis angkanya saja.</source>
      <translation>The number of people is no number. Write the figure only.</translation>
    </message>
    <message>
      <source>Jumlahnya harus antara 1 dan 999 orang.</source>
      <translation>The number of people must be between 1 and 999.</translation>
    </message>
    <message>
      <source>Kartu anggota: masuk. Nomor pengunjung: keluar. Tamu: Ctrl+T.</source>
      <translation>Member card: in. Visitor number: out. Guest: Ctrl+T.</translation>
    </message>
    <message>
      <source>Kartunya habis masa berlaku; arahkan ke layanan keanggotaan. Tetap dihitung.</source>
      <translation>The card has expired; send the member to the membership service. Counted all the same.</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keanggotaannya sudah berakhir; ia dihitung sebagai pengunjung.</source>
      <translation>The membership has ended; counted as a visitor.</translation>
    </message>
    <message>
      <source>Keluar</source>
      <translation>Out</translation>
    </message>
    <message>
      <source>Kunjungan resmi</source>
      <translation>Official visits</translation>
    </message>
    <message>
      <source>Kunjungan resmi baru</source>
      <translation>New official visit</translation>
    </message>
    <message>
      <source>Kunjungan resmi …</source>
      <translation>Official visit …</translation>
    </message>
    <message>
      <source>L/P</source>
      <translation>L/P</translation>
    </message>
    <message>
      <source>Lainnya</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Lainnya …</source>
      <translation>More …</translation>
    </message>
    <message>
      <source>Laki-laki</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Lama</source>
      <translation>Stay</translation>
    </message>
    <message>
      <source>Lembar kerja (*.xlsx *.csv *.tsv *.txt)</source>
      <translation>Spreadsheets (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
      <source>Lembar kerja (*.xlsx)</source>
      <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
      <source>Lewati {count} baris yang tidak dapat dicatat</source>
      <translation>Leave out {count} {count:line|lines} that cannot be taken</translation>
    </message>
    <message>
      <source>Loket ini belum punya printer struk. Pilih di Pengaturan, Perangkat.</source>
      <translation>This counter has no receipt printer yet. Choose one in Settings, Devices.</translation>
    </message>
    <message>
      <source>Masuk</source>
      <translation>In</translation>
    </message>
    <message>
      <source>Masuk {since}, keluar {left}.</source>
      <translation>Came in {since}, left {left}.</translation>
    </message>
    <message>
      <source>Masuk {since}.</source>
      <translation>Came in {since}.</translation>
    </message>
    <message>
      <source>Membaca berkas …</source>
      <translation>Reading the file …</translation>
    </message>
    <message>
      <source>Menurut jenis kelamin</source>
      <translation>By sex</translation>
    </message>
    <message>
      <source>Menurut pekerjaan</source>
      <translation>By occupation</translation>
    </message>
    <message>
      <source>Menurut pendidikan</source>
      <translation>By education</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama atau asalnya kosong. Rombongan perlu ketua dan asalnya.</source>
      <translation>The name or where they come from is empty. A group needs its leader and its origin.</translation>
    </message>
    <message>
      <source>Nama atau nomor</source>
      <translation>Name or number</translation>
    </message>
    <message>
      <source>Nama ketua dan asal rombongan paling sedikit tiga huruf.</source>
      <translation>A group's leader and origin need at least three letters.</translation>
    </message>
    <message>
      <source>Nama ketua rombongan</source>
      <translation>Leader of the group</translation>
    </message>
    <message>
      <source>Nama pimpinan</source>
      <translation>Head of the visit</translation>
    </message>
    <message>
      <source>Nama tidak tersimpan di sini</source>
      <translation>Name not kept here</translation>
    </message>
    <message>
      <source>Nama, atau nomor anggota</source>
      <translation>Name, or member number</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Nomor anggota tidak dikenal, dan namanya pun kosong.</source>
      <translation>The member number is not known, and the name is empty too.</translation>
    </message>
    <message>
      <source>Nomor anggota tidak dikenal; dicatat sebagai tamu.</source>
      <translation>The member number is not known; written down as a guest.</translation>
    </message>
    <message>
      <source>Nomor pengunjung ini dari hari lain; catat ia sebagai tamu baru.</source>
      <translation>This visitor number is from another day; write a new guest.</translation>
    </message>
    <message>
      <source>Nomor pengunjung ini sudah tercatat keluar.</source>
      <translation>This visitor number was checked out already.</translation>
    </message>
    <message>
      <source>Nomor pengunjung {number}</source>
      <translation>Visitor number {number}</translation>
    </message>
    <message>
      <source>Nomor surat</source>
      <translation>Letter number</translation>
    </message>
    <message>
      <source>Orang</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Pada saat tutup: {people} orang yang belum tercatat keluar, di pintu dan di semua ruang. Jumlah pengunjung tidak berubah.</source>
      <translation>At closing: {people} {people:person|people} not yet checked out, at the door and in all rooms. The number of visitors does not change.</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>Pekerjaan ini tidak ada di daftar; dicatat tanpa itu.</source>
      <translation>This occupation is not on the list; written down without it.</translation>
    </message>
    <message>
      <source>Pendaftarannya belum disahkan; arahkan ke layanan keanggotaan.</source>
      <translation>The application is not accepted yet; send the applicant to the membership service.</translation>
    </message>
    <message>
      <source>Pendidikan</source>
      <translation>Education</translation>
    </message>
    <message>
      <source>Pendidikan ini tidak ada di daftar; dicatat tanpa itu.</source>
      <translation>This education is not on the list; written down without it.</translation>
    </message>
    <message>
      <source>Perempuan</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Pilih berkas buku pengunjung</source>
      <translation>Choose the file of the visitor book</translation>
    </message>
    <message>
      <source>Pilih berkas …</source>
      <translation>Choose file …</translation>
    </message>
    <message>
      <source>Pilih berkasnya, atau simpan lembar isian untuk diisi dahulu.</source>
      <translation>Choose the file, or save the sheet and fill it in first.</translation>
    </message>
    <message>
      <source>Pilih dahulu barisnya dengan panah ke bawah.</source>
      <translation>Choose the line first, with the down arrow.</translation>
    </message>
    <message>
      <source>Pindai kartu anggota atau nomor pengunjung, atau ketik nama …</source>
      <translation>Scan a member card or a visitor number, or type a name …</translation>
    </message>
    <message>
      <source>Pintu</source>
      <translation>Door</translation>
    </message>
    <message>
      <source>Pintu dan ruang tidak dijumlahkan.</source>
      <translation>Door and rooms are not added up.</translation>
    </message>
    <message>
      <source>Rincian boleh kosong atau sebagian; jumlahnya tidak boleh melebihi rombongan.</source>
      <translation>Breakdowns may stay empty or be partial; their sums may not exceed the group.</translation>
    </message>
    <message>
      <source>Rombongan</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>Rombongan baru</source>
      <translation>New group</translation>
    </message>
    <message>
      <source>Rombongan …</source>
      <translation>Group …</translation>
    </message>
    <message>
      <source>Ruang anak</source>
      <translation>Children's room</translation>
    </message>
    <message>
      <source>Ruang audio visual</source>
      <translation>Audio-visual room</translation>
    </message>
    <message>
      <source>Ruang baca umum</source>
      <translation>General reading room</translation>
    </message>
    <message>
      <source>Ruang deposit</source>
      <translation>Deposit room</translation>
    </message>
    <message>
      <source>Ruang ini tidak ada di daftar. Samakan namanya dengan daftar ruang di Pengaturan.</source>
      <translation>This room is not on the list. Write its name as in the list of rooms in Settings.</translation>
    </message>
    <message>
      <source>Ruang ini tidak punya buku tamu sendiri.</source>
      <translation>This room keeps no visitor book of its own.</translation>
    </message>
    <message>
      <source>Ruang internet</source>
      <translation>Internet room</translation>
    </message>
    <message>
      <source>Ruang referensi</source>
      <translation>Reference room</translation>
    </message>
    <message>
      <source>Ruang terbitan berkala</source>
      <translation>Periodicals room</translation>
    </message>
    <message>
      <source>Salin  Ctrl+Enter</source>
      <translation>Copy  Ctrl+Enter</translation>
    </message>
    <message>
      <source>Salin buku kertas</source>
      <translation>Copy the paper book</translation>
    </message>
    <message>
      <source>Salin buku kertas …</source>
      <translation>Copy paper book …</translation>
    </message>
    <message>
      <source>Semua keluar</source>
      <translation>Everybody out</translation>
    </message>
    <message>
      <source>Semua keluar …</source>
      <translation>Everybody out …</translation>
    </message>
    <message>
      <source>Siap menerima pengunjung</source>
      <translation>Ready for visitors</translation>
    </message>
    <message>
      <source>Simpan lembar isian</source>
      <translation>Save the sheet to fill in</translation>
    </message>
    <message>
      <source>Simpan lembar isian (XLSX) …</source>
      <translation>Save sheet to fill in (XLSX) …</translation>
    </message>
    <message>
      <source>Slip</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>Sudah tercatat</source>
      <translation>Counted already</translation>
    </message>
    <message>
      <source>Sudah terlalu lama. Periksa tahunnya.</source>
      <translation>That is too long ago. Check the year.</translation>
    </message>
    <message>
      <source>Tamu</source>
      <translation>Guests</translation>
    </message>
    <message>
      <source>Tamu baru</source>
      <translation>New guest</translation>
    </message>
    <message>
      <source>Tamu dinas, studi banding, dan kunjungan kerja dengan surat.</source>
      <translation>Officials, study visits and working visits with a letter.</translation>
    </message>
    <message>
      <source>Tamu …</source>
      <translation>Guest …</translation>
    </message>
    <message>
      <source>Tanda kutipnya tidak ditutup. Betulkan baris ini di berkasnya, lalu baca lagi.</source>
      <translation>Its quotation mark is not closed. Correct this line in the file, then read it again.</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanggalnya kosong, dan baris di atasnya pun tidak punya.</source>
      <translation>The date is empty, and the line above has none either.</translation>
    </message>
    <message>
      <source>Tanggalnya tidak terbaca. Tulis seperti 24-11-2026.</source>
      <translation>The date cannot be read. Write it like 24-11-2026.</translation>
    </message>
    <message>
      <source>Tanya tujuan anggota</source>
      <translation>Ask members why they came</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Telepon ketua</source>
      <translation>Leader's phone</translation>
    </message>
    <message>
      <source>Tercatat</source>
      <translation>Counted</translation>
    </message>
    <message>
      <source>Terlalu panjang. Singkatkan di berkasnya.</source>
      <translation>Too long. Shorten it in the file.</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tujuan</source>
      <translation>Purpose</translation>
    </message>
    <message>
      <source>Tujuan ini tidak ada di daftar; dicatat tanpa tujuan.</source>
      <translation>This purpose is not on the list; written down without a purpose.</translation>
    </message>
    <message>
      <source>Umur</source>
      <translation>Age</translation>
    </message>
    <message>
      <source>Waktu ini belum tiba. Periksa tanggal dan jamnya.</source>
      <translation>This time has not come yet. Check the date and the time.</translation>
    </message>
    <message>
      <source>baru</source>
      <translation>new</translation>
    </message>
    <message>
      <source>baru masuk</source>
      <translation>just came in</translation>
    </message>
    <message>
      <source>bukan anggota lagi</source>
      <translation>no longer a member</translation>
    </message>
    <message>
      <source>buku pengunjung.xlsx</source>
      <translation>visitor book.xlsx</translation>
    </message>
    <message>
      <source>calon anggota</source>
      <translation>applicant</translation>
    </message>
    <message>
      <source>catat keluar</source>
      <translation>check out</translation>
    </message>
    <message>
      <source>datang untuk apa?</source>
      <translation>comes for what?</translation>
    </message>
    <message>
      <source>di dalam</source>
      <translation>inside</translation>
    </message>
    <message>
      <source>dibatalkan</source>
      <translation>undone</translation>
    </message>
    <message>
      <source>ditangguhkan</source>
      <translation>suspended</translation>
    </message>
    <message>
      <source>kartu habis</source>
      <translation>card expired</translation>
    </message>
    <message>
      <source>ke Sirkulasi</source>
      <translation>to Circulation</translation>
    </message>
    <message>
      <source>orang hari ini · {inside} di dalam</source>
      <translation>people today · {inside} inside</translation>
    </message>
    <message>
      <source>sudah tercatat</source>
      <translation>counted already</translation>
    </message>
    <message>
      <source>tanpa tujuan; kartu berikutnya juga boleh</source>
      <translation>no purpose; the next card will do too</translation>
    </message>
    <message>
      <source>{book}: {people} orang hari ini.</source>
      <translation>{book}: {people} {people:person|people} today.</translation>
    </message>
    <message>
      <source>{counted} dari {people} orang</source>
      <translation>{counted} of {people} {people:person|people}</translation>
    </message>
    <message>
      <source>{count} baris buku kertas tersalin.</source>
      <translation>{count} {count:line|lines} of the paper book copied.</translation>
    </message>
    <message>
      <source>{count} baris dari {name} tercatat.</source>
      <translation>{count} {count:line|lines} of {name} taken.</translation>
    </message>
    <message>
      <source>{count} baris ditutup</source>
      <translation>{count} {count:line|lines} closed</translation>
    </message>
    <message>
      <source>{field}, baris {number}</source>
      <translation>{field}, line {number}</translation>
    </message>
    <message>
      <source>{left} (tutup)</source>
      <translation>{left} (closing)</translation>
    </message>
    <message>
      <source>{new} baris baru, {known} sudah tercatat, {refused} tidak dapat dicatat.</source>
      <translation>{new} new {new:line|lines}, {known} counted already, {refused} cannot be taken.</translation>
    </message>
    <message>
      <source>{people} orang</source>
      <translation>{people} {people:person|people}</translation>
    </message>
    <message>
      <source>{whom}. Barisnya tetap terbaca, tetapi tidak dihitung.</source>
      <translation>{whom}. The line stays readable, but does not count.</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>Bantuan tombol</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Bendahara</source>
      <translation>Treasurer</translation>
    </message>
    <message>
      <source>Buku Tamu</source>
      <translation>Guestbook</translation>
    </message>
    <message>
      <source>Denda &amp; Kas</source>
      <translation>Fines &amp; Cash</translation>
    </message>
    <message>
      <source>Di mana saja</source>
      <translation>Anywhere</translation>
    </message>
    <message>
      <source>Halaman</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>Internet</source>
      <translation>Internet</translation>
    </message>
    <message>
      <source>Kembali bekerja</source>
      <translation>Back to work</translation>
    </message>
    <message>
      <source>Kuitansi dan laci</source>
      <translation>Receipts and drawer</translation>
    </message>
    <message>
      <source>Loker</source>
      <translation>Lockers</translation>
    </message>
    <message>
      <source>Pindai kartu, pindai buku, tekan Enter: itu saja. Sisanya ada di tombol ini.</source>
      <translation>Scan the card, scan the books, press Enter: that is all. These keys do the rest.</translation>
    </message>
    <message>
      <source>Ruang Baca</source>
      <translation>Reading room</translation>
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation>Circulation</translation>
    </message>
    <message>
      <source>Spasi</source>
      <translation>Space</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>bantuan ini</source>
      <translation>this help</translation>
    </message>
    <message>
      <source>batalkan baris terakhir, dengan alasan</source>
      <translation>undo the last line, with a reason</translation>
    </message>
    <message>
      <source>batalkan hitungan terakhir</source>
      <translation>undo the last count</translation>
    </message>
    <message>
      <source>batalkan kuitansi, dengan pengawas</source>
      <translation>make a receipt void, with a supervisor</translation>
    </message>
    <message>
      <source>batalkan loker yang baru diberikan</source>
      <translation>undo the locker just given</translation>
    </message>
    <message>
      <source>batalkan pembebasan yang keliru</source>
      <translation>take a mistaken waiver back</translation>
    </message>
    <message>
      <source>batalkan sesi yang baru dimulai</source>
      <translation>undo the session just begun</translation>
    </message>
    <message>
      <source>batalkan tindakan terakhir loket ini</source>
      <translation>undo this counter's last action</translation>
    </message>
    <message>
      <source>bayar sebagian saja</source>
      <translation>pay only a part</translation>
    </message>
    <message>
      <source>bayar, kuitansi hari ini, laci</source>
      <translation>pay, today's receipts, drawer</translation>
    </message>
    <message>
      <source>bebaskan tagihan, dengan pengawas</source>
      <translation>waive a charge, with a supervisor</translation>
    </message>
    <message>
      <source>beri loker yang diusulkan, atau kembalikan barang</source>
      <translation>give the proposed locker, or give the things back</translation>
    </message>
    <message>
      <source>buka data anggota yang dilayani</source>
      <translation>open the page of the member being served</translation>
    </message>
    <message>
      <source>buka paksa</source>
      <translation>force open</translation>
    </message>
    <message>
      <source>buku fasilitas internet</source>
      <translation>internet register</translation>
    </message>
    <message>
      <source>buku kas dan laporan bulanan</source>
      <translation>cash books and monthly report</translation>
    </message>
    <message>
      <source>catat hilang pinjaman yang dipilih</source>
      <translation>mark the chosen loan as lost</translation>
    </message>
    <message>
      <source>catat keluar baris yang dipilih</source>
      <translation>check out the chosen line</translation>
    </message>
    <message>
      <source>catat rusak pinjaman yang dipilih</source>
      <translation>mark the chosen loan as damaged</translation>
    </message>
    <message>
      <source>centang baris yang dipilih</source>
      <translation>tick the chosen line</translation>
    </message>
    <message>
      <source>cetak lagi kuitansi yang dipilih</source>
      <translation>print the chosen receipt again</translation>
    </message>
    <message>
      <source>cetak lagi nomor pengunjung yang dipilih</source>
      <translation>print the chosen visitor number again</translation>
    </message>
    <message>
      <source>cetak lagi sepasang nomor</source>
      <translation>print the tag pair again</translation>
    </message>
    <message>
      <source>cetak slip pinjaman ke printer struk</source>
      <translation>print the loan slip on the receipt printer</translation>
    </message>
    <message>
      <source>cocokkan penerimaan dengan setoran</source>
      <translation>match receipts with deposits</translation>
    </message>
    <message>
      <source>daftar kembali ke rak (PDF)</source>
      <translation>reshelving list (PDF)</translation>
    </message>
    <message>
      <source>di dalam sekarang, buku hari ini</source>
      <translation>inside now, today's book</translation>
    </message>
    <message>
      <source>hapus baris layanan</source>
      <translation>remove a service line</translation>
    </message>
    <message>
      <source>hitung satu tumpukan</source>
      <translation>count a pile</translation>
    </message>
    <message>
      <source>hitung uang di laci; Ctrl+Enter menutupnya</source>
      <translation>count the drawer; Ctrl+Enter closes it</translation>
    </message>
    <message>
      <source>impor buku pengunjung dari Excel atau CSV</source>
      <translation>import a visitor book from Excel or CSV</translation>
    </message>
    <message>
      <source>jual layanan, juga kepada bukan anggota</source>
      <translation>sell a service, also to a guest</translation>
    </message>
    <message>
      <source>kartu kembali kepada pemiliknya</source>
      <translation>card back with its owner</translation>
    </message>
    <message>
      <source>ke kas dengan tagihan anggota yang dilayani</source>
      <translation>to the cash desk with the bill of the member being served</translation>
    </message>
    <message>
      <source>ke kas: terima atau kembalikan uang</source>
      <translation>to the cash desk: take or give back money</translation>
    </message>
    <message>
      <source>keluar dari antrean</source>
      <translation>leave the queue</translation>
    </message>
    <message>
      <source>kembali ke mode otomatis</source>
      <translation>back to automatic</translation>
    </message>
    <message>
      <source>kembali saja: kotak pengembalian</source>
      <translation>return only: the book drop</translation>
    </message>
    <message>
      <source>kembalikan uang kelebihan bayar</source>
      <translation>give an overpayment back</translation>
    </message>
    <message>
      <source>ketik uang yang diterima</source>
      <translation>type the money received</translation>
    </message>
    <message>
      <source>komputer rusak, atau siap lagi</source>
      <translation>computer out of order, or in order again</translation>
    </message>
    <message>
      <source>kunci hari ini, atau buka lagi</source>
      <translation>lock today, or open it again</translation>
    </message>
    <message>
      <source>kunci loket; buka dengan PIN</source>
      <translation>lock the counter; PIN unlocks it</translation>
    </message>
    <message>
      <source>kunjungan resmi</source>
      <translation>official visit</translation>
    </message>
    <message>
      <source>langkah berikutnya, atau baris yang dipilih</source>
      <translation>the next step, or the chosen row</translation>
    </message>
    <message>
      <source>loker rusak, atau siap lagi</source>
      <translation>locker out of order, or in order again</translation>
    </message>
    <message>
      <source>masukkan antrean</source>
      <translation>put in the queue</translation>
    </message>
    <message>
      <source>menu: impor, rekap, cadangan, bahasa</source>
      <translation>menu: import, recap, backup, language</translation>
    </message>
    <message>
      <source>minta koleksi untuk dibaca di tempat</source>
      <translation>request an item to read in place</translation>
    </message>
    <message>
      <source>minta persetujuan pengawas</source>
      <translation>ask for a supervisor's approval</translation>
    </message>
    <message>
      <source>mulai, akhiri, atau antre: seperti tertulis</source>
      <translation>start, end or queue: as written</translation>
    </message>
    <message>
      <source>nama tidak cocok</source>
      <translation>the name differs</translation>
    </message>
    <message>
      <source>nomor penitipan hilang</source>
      <translation>the tag is lost</translation>
    </message>
    <message>
      <source>nyatakan eksemplar yang dipindai tersedia lagi</source>
      <translation>mark the scanned copy available again</translation>
    </message>
    <message>
      <source>pakai kelebihan bayar untuk tagihan lain</source>
      <translation>use an overpayment for another charge</translation>
    </message>
    <message>
      <source>papan, masih keluar, catatan hari ini</source>
      <translation>board, still out, today’s log</translation>
    </message>
    <message>
      <source>pengaturan</source>
      <translation>settings</translation>
    </message>
    <message>
      <source>permintaan tidak dapat diberikan</source>
      <translation>request cannot be met</translation>
    </message>
    <message>
      <source>permintaan, atau kembali ke rak</source>
      <translation>requests, or reshelving</translation>
    </message>
    <message>
      <source>perpanjang waktu</source>
      <translation>extend the time</translation>
    </message>
    <message>
      <source>perpanjang: pindai buku yang ditunjukkan</source>
      <translation>renew: scan the book shown</translation>
    </message>
    <message>
      <source>pindah halaman</source>
      <translation>change page</translation>
    </message>
    <message>
      <source>pindah ke loker lain</source>
      <translation>move to another locker</translation>
    </message>
    <message>
      <source>pindah komputer</source>
      <translation>move to another computer</translation>
    </message>
    <message>
      <source>rombongan, dengan rinciannya</source>
      <translation>group, with its breakdowns</translation>
    </message>
    <message>
      <source>ruang baca, internet, fotokopi, e-book</source>
      <translation>reading room, internet, photocopies, e-books</translation>
    </message>
    <message>
      <source>salin buku kertas, beberapa baris sekaligus</source>
      <translation>copy the paper book, several lines at once</translation>
    </message>
    <message>
      <source>selesai melayani anggota, slip tampil</source>
      <translation>finish with the member, show the slip</translation>
    </message>
    <message>
      <source>semua buku sudah di rak</source>
      <translation>all books reshelved</translation>
    </message>
    <message>
      <source>serahkan atau terima kembali; klas sudah di rak</source>
      <translation>hand over or take back; class reshelved</translation>
    </message>
    <message>
      <source>serahkan uang kepada bendahara</source>
      <translation>hand the money to the treasurer</translation>
    </message>
    <message>
      <source>sesudah kartu yang sama lagi: catat keluar</source>
      <translation>after the same card again: check out</translation>
    </message>
    <message>
      <source>simpan kuitansi atau serah terima (PDF)</source>
      <translation>save receipt or hand-over as PDF</translation>
    </message>
    <message>
      <source>sinkronisasi dengan server pusat</source>
      <translation>synchronisation with the central server</translation>
    </message>
    <message>
      <source>surat pernyataan (PDF)</source>
      <translation>statement (PDF)</translation>
    </message>
    <message>
      <source>tamu: nama, lalu Enter</source>
      <translation>guest: a name, then Enter</translation>
    </message>
    <message>
      <source>terima uang; tanpa tagihan: selesai</source>
      <translation>take the money; nothing owed: done</translation>
    </message>
    <message>
      <source>tujuan anggota, bila ditanyakan; Enter: tanpa tujuan</source>
      <translation>a member's purpose, when asked; Enter: none</translation>
    </message>
    <message>
      <source>tunai, QRIS, atau transfer</source>
      <translation>cash, QRIS or transfer</translation>
    </message>
    <message>
      <source>uang masuk, setoran, dan bukti bank</source>
      <translation>money in, deposits, the bank's word</translation>
    </message>
    <message>
      <source>uang yang diserahkan, dibulatkan ke atas</source>
      <translation>money put down, rounded up</translation>
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>Ada huruf yang sudah hilang di berkas asal. Betulkan kemudian.</source>
      <translation>Some letters are already lost in the original file. Correct them later.</translation>
    </message>
    <message>
      <source>Akses</source>
      <translation>Access</translation>
    </message>
    <message>
      <source>Alamat</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Ambil baris yang baik saja; {count} baris yang ditolak ditinggalkan</source>
      <translation>Import only the good rows; leave out {count} refused {count:row|rows}</translation>
    </message>
    <message>
      <source>Ambil data</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Anak judul</source>
      <translation>Subtitle</translation>
    </message>
    <message>
      <source>Anggota dari INLISLite (Excel)</source>
      <translation>Members from INLISLite (Excel)</translation>
    </message>
    <message>
      <source>Anggota dari SLiMS (CSV)</source>
      <translation>Members from SLiMS (CSV)</translation>
    </message>
    <message>
      <source>Angka di belakang sudah hilang karena Excel. Di berkas asal, jadikan kolom ini Teks lalu isi lagi nomornya.</source>
      <translation>Excel has lost the last digits. In the original file make this column Text, then fill the numbers in again.</translation>
    </message>
    <message>
      <source>Angka periksa ISBN tidak cocok; disimpan seperti tertulis. Cocokkan dengan bukunya.</source>
      <translation>The ISBN's check digit does not match; kept as written. Compare it with the book.</translation>
    </message>
    <message>
      <source>Bahasa</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Barcode</source>
      <translation>Barcode</translation>
    </message>
    <message>
      <source>Barcode dan nomor induk kosong. Isi salah satunya di berkas asal.</source>
      <translation>No barcode and no accession number. Enter one of them in the original file.</translation>
    </message>
    <message>
      <source>Barcode ini di Loket sudah milik judul lain. Beri label baru pada salah satunya.</source>
      <translation>In Loket this barcode belongs to another title. Give one of them a new label.</translation>
    </message>
    <message>
      <source>Barcode ini sudah dipakai judul lain di berkas yang sama (barcode = baris pertama). Sisakan satu.</source>
      <translation>Another title in this file uses this barcode (barcode = first row). Keep one.</translation>
    </message>
    <message>
      <source>Barcode lebih dari 50 huruf; mungkin dua kode menyatu. Betulkan di berkas asal.</source>
      <translation>The barcode has more than 50 characters; perhaps two codes ran together. Correct the original file.</translation>
    </message>
    <message>
      <source>Baris</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Baris yang ditolak atau diragukan</source>
      <translation>Rows refused or doubted</translation>
    </message>
    <message>
      <source>Baris {line} di berkas {file} terlalu panjang; mungkin tanda kutipnya tidak ditutup.</source>
      <translation>Line {line} of file {file} is too long; perhaps its quotes are not closed.</translation>
    </message>
    <message>
      <source>Begini baris pertama akan terbaca</source>
      <translation>How the first rows will be read</translation>
    </message>
    <message>
      <source>Berkas</source>
      <translation>Files</translation>
    </message>
    <message>
      <source>Berkas berikutnya</source>
      <translation>Next file</translation>
    </message>
    <message>
      <source>Berkas ini siap diambil. Belum ada data yang berubah.</source>
      <translation>This file is ready to import. No data has changed yet.</translation>
    </message>
    <message>
      <source>Berkas yang dipilih</source>
      <translation>Chosen files</translation>
    </message>
    <message>
      <source>Berkas {file} berbentuk Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu pilih itu.</source>
      <translation>File {file} is an old Excel file (.xls). Open it in Excel, save it as .xlsx, then choose that.</translation>
    </message>
    <message>
      <source>Berkas {file} berisi {found}, bukan {wanted}. Pilih berkas yang lain atau ubah jenisnya.</source>
      <translation>File {file} holds {found}, not {wanted}. Choose another file or change the kind.</translation>
    </message>
    <message>
      <source>Berkas {file} bukan CSV, Excel, atau MARC. Ekspor dahulu ke salah satunya.</source>
      <translation>File {file} is not CSV, Excel or MARC. Export it to one of these first.</translation>
    </message>
    <message>
      <source>Berkas {file} dikunci kata sandi. Simpan salinan tanpa kata sandi, lalu pilih itu.</source>
      <translation>File {file} is locked with a password. Save a copy without the password, then choose that.</translation>
    </message>
    <message>
      <source>Berkas {file} kosong. Ekspor sekali lagi dari sistem asal.</source>
      <translation>File {file} is empty. Export it once more from the old system.</translation>
    </message>
    <message>
      <source>Berkas {file} lembar kerja bentuk lain. Buka, simpan sebagai .xlsx atau CSV, lalu pilih itu.</source>
      <translation>File {file} is another kind of spreadsheet. Open it, save it as .xlsx or CSV, then choose that.</translation>
    </message>
    <message>
      <source>Berkas {file} masih terkemas. Ekstrak dahulu, lalu pilih isinya.</source>
      <translation>File {file} is still compressed. Extract it first, then choose what is inside.</translation>
    </message>
    <message>
      <source>Berkas {file} rusak. Buka dan simpan ulang di Excel, lalu coba lagi.</source>
      <translation>File {file} is damaged. Open it in Excel, save it again, then try again.</translation>
    </message>
    <message>
      <source>Berkas {file} sebenarnya halaman web. Buka di Excel, simpan sebagai .xlsx, lalu pilih itu.</source>
      <translation>File {file} is really a web page. Open it in Excel, save it as .xlsx, then choose that.</translation>
    </message>
    <message>
      <source>Berkas {file} terlalu besar. Bagi menjadi beberapa berkas.</source>
      <translation>File {file} is too large. Split it into several files.</translation>
    </message>
    <message>
      <source>Berkas {file} tidak boleh dibuka. Tutup dahulu di Excel, atau periksa izinnya.</source>
      <translation>File {file} may not be opened. Close it in Excel first, or check its permissions.</translation>
    </message>
    <message>
      <source>Berkas {file} tidak ditemukan. Periksa nama dan foldernya.</source>
      <translation>File {file} was not found. Check its name and folder.</translation>
    </message>
    <message>
      <source>Berkas {file} tidak terbaca dari disknya ({reason}). Salin ke komputer ini, lalu coba lagi.</source>
      <translation>File {file} cannot be read from its disk ({reason}). Copy it to this computer, then try again.</translation>
    </message>
    <message>
      <source>Berlaku sampai</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Berubah ({count})</source>
      <translation>Changed ({count})</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Catatannya sudah rusak di sistem asal; dikosongkan.</source>
      <translation>The note was damaged in the old system; left empty.</translation>
    </message>
    <message>
      <source>Contoh baris pertama</source>
      <translation>Sample of the first rows</translation>
    </message>
    <message>
      <source>Daftar barcode</source>
      <translation>List of barcodes</translation>
    </message>
    <message>
      <source>Daftar tersimpan di {path}.</source>
      <translation>List saved in {path}.</translation>
    </message>
    <message>
      <source>Dari SLiMS, INLISLite, MARC 21, atau tabel CSV dan Excel. Diperiksa dahulu, diambil bila Anda mau.</source>
      <translation>From SLiMS, INLISLite, MARC 21, or CSV and Excel tables. Checked first, imported when you say so.</translation>
    </message>
    <message>
      <source>Data perpustakaan ({patterns});;Semua berkas (*)</source>
      <translation>Library data ({patterns});;All files (*)</translation>
    </message>
    <message>
      <source>Deskripsi fisik</source>
      <translation>Physical description</translation>
    </message>
    <message>
      <source>Di sistem lama sedang dipinjam; di Loket dicatat tersedia. Terima dahulu bukunya di sistem lama.</source>
      <translation>On loan in the old system; recorded as available in Loket. Take the book back in the old system first.</translation>
    </message>
    <message>
      <source>Dihentikan; tidak ada yang diambil dari berkas ini.</source>
      <translation>Stopped; nothing was imported from this file.</translation>
    </message>
    <message>
      <source>Dimensi</source>
      <translation>Dimensions</translation>
    </message>
    <message>
      <source>Diragukan ({count})</source>
      <translation>Doubtful ({count})</translation>
    </message>
    <message>
      <source>Ditolak</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Ditolak ({count})</source>
      <translation>Refused ({count})</translation>
    </message>
    <message>
      <source>Edisi</source>
      <translation>Edition</translation>
    </message>
    <message>
      <source>Eksemplar dari SLiMS (CSV)</source>
      <translation>Copies from SLiMS (CSV)</translation>
    </message>
    <message>
      <source>Eksemplar tanpa barcode tidak diambil. Beri barcode, lalu tambahkan di Katalog.</source>
      <translation>A copy without a barcode is not imported. Give it one, then add it in the Catalogue.</translation>
    </message>
    <message>
      <source>Fakultas</source>
      <translation>Faculty</translation>
    </message>
    <message>
      <source>Hanya dibaca di tempat; dicatat sebagai koleksi yang tidak dipinjamkan.</source>
      <translation>Read in the library only; recorded as a collection that is never lent.</translation>
    </message>
    <message>
      <source>Harga</source>
      <translation>Price</translation>
    </message>
    <message>
      <source>Harga tidak terbaca; dikosongkan. Tulis angka rupiah, seperti 45000.</source>
      <translation>The price cannot be read; left empty. Write rupiah in figures, such as 45000.</translation>
    </message>
    <message>
      <source>Harganya bukan rupiah; dikosongkan. Isi nilainya dalam rupiah di Katalog.</source>
      <translation>The price is not in rupiah; left empty. Enter it in rupiah in the Catalogue.</translation>
    </message>
    <message>
      <source>Huruf di berkas {file} tidak terbaca ({encoding}). Simpan ulang sebagai CSV UTF-8.</source>
      <translation>The letters in file {file} cannot be read ({encoding}). Save it again as CSV UTF-8.</translation>
    </message>
    <message>
      <source>Huruf yang rusak dibetulkan menjadi seperti di samping.</source>
      <translation>Damaged letters were corrected as shown alongside.</translation>
    </message>
    <message>
      <source>ISBN bukan 10 atau 13 angka; disimpan seperti tertulis. Cocokkan dengan bukunya.</source>
      <translation>The ISBN does not have 10 or 13 digits; kept as written. Compare it with the book.</translation>
    </message>
    <message>
      <source>ISBN/ISSN</source>
      <translation>ISBN/ISSN</translation>
    </message>
    <message>
      <source>Isi</source>
      <translation>Content</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member type</translation>
    </message>
    <message>
      <source>Jenis anggota belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum.</source>
      <translation>Unknown member type; kept as “lama ({value})” under the general rules.</translation>
    </message>
    <message>
      <source>Jenis anggota tidak disebut; dicatat sebagai Umum.</source>
      <translation>Member type not given; recorded as General.</translation>
    </message>
    <message>
      <source>Jenis bahan</source>
      <translation>Material type</translation>
    </message>
    <message>
      <source>Jenis identitas</source>
      <translation>Identity type</translation>
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Jenis kelamin tidak dikenal; dikosongkan. Tulis L atau P.</source>
      <translation>Sex not recognised; left empty. Write L (male) or P (female).</translation>
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation>Collection kind</translation>
    </message>
    <message>
      <source>Jenis koleksi belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum.</source>
      <translation>Unknown collection kind; kept as “lama ({value})” under the general rules.</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Judul dalam MARC 21</source>
      <translation>Titles in MARC 21</translation>
    </message>
    <message>
      <source>Judul dalam MARCXML</source>
      <translation>Titles in MARCXML</translation>
    </message>
    <message>
      <source>Judul dan eksemplar dari INLISLite (Excel)</source>
      <translation>Titles and copies from INLISLite (Excel)</translation>
    </message>
    <message>
      <source>Judul dari SLiMS (CSV)</source>
      <translation>Titles from SLiMS (CSV)</translation>
    </message>
    <message>
      <source>Judul yang sama muncul lagi dengan keterangan berbeda; yang pertama dipakai.</source>
      <translation>The same title comes again with a different description; the first is used.</translation>
    </message>
    <message>
      <source>Judulnya belum ada di katalog. Ambil dahulu berkas judulnya, lalu berkas eksemplar ini.</source>
      <translation>The title is not in the catalogue yet. Import the file of titles first, then this file of copies.</translation>
    </message>
    <message>
      <source>Judulnya kosong. Isi judulnya di berkas asal.</source>
      <translation>The title is missing. Enter it in the original file.</translation>
    </message>
    <message>
      <source>Jumlah halaman</source>
      <translation>Number of pages</translation>
    </message>
    <message>
      <source>Jumlah kolomnya tidak cocok ({value}). Periksa tanda kutip dan pemisah pada baris ini di berkas asalnya.</source>
      <translation>The number of columns does not match ({value}). Check this row's quotes and separators in the original file.</translation>
    </message>
    <message>
      <source>Jurusan</source>
      <translation>Study</translation>
    </message>
    <message>
      <source>Kabupaten/kota</source>
      <translation>Regency/city</translation>
    </message>
    <message>
      <source>Kecamatan</source>
      <translation>District</translation>
    </message>
    <message>
      <source>Kelas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Keluarkan dari daftar</source>
      <translation>Remove from the list</translation>
    </message>
    <message>
      <source>Kelurahan/desa</source>
      <translation>Village</translation>
    </message>
    <message>
      <source>Klasifikasi</source>
      <translation>Classification</translation>
    </message>
    <message>
      <source>Kode ini dipakai sebagai barcode dan juga nomor anggota. Di meja, Loket akan menanyakannya.</source>
      <translation>This code is both a barcode and a member number. At the desk Loket will ask which is meant.</translation>
    </message>
    <message>
      <source>Kode pos</source>
      <translation>Postal code</translation>
    </message>
    <message>
      <source>Kolom</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Kolom {headings} tidak ada di berkas {file}. Cocokkan lagi kolomnya.</source>
      <translation>Not in file {file}: {headings}. Match the columns again.</translation>
    </message>
    <message>
      <source>Lebih dari satu judul bernama sama; eksemplarnya diletakkan pada yang pertama. Periksa.</source>
      <translation>More than one title has this name; the copy was put with the first. Please check.</translation>
    </message>
    <message>
      <source>Lembaga/sekolah</source>
      <translation>Institution/school</translation>
    </message>
    <message>
      <source>Lembar Excel, kolom dicocokkan</source>
      <translation>Excel sheet, columns matched</translation>
    </message>
    <message>
      <source>Lokasi</source>
      <translation>Location</translation>
    </message>
    <message>
      <source>Loket tetap bisa dipakai; belum ada data yang berubah.</source>
      <translation>Loket stays usable; no data has changed yet.</translation>
    </message>
    <message>
      <source>Masa berlaku kartu tidak disebut; dicatat berlaku seumur hidup.</source>
      <translation>Card validity not given; recorded as valid for life.</translation>
    </message>
    <message>
      <source>Mata uang</source>
      <translation>Currency</translation>
    </message>
    <message>
      <source>Memeriksa berkas …</source>
      <translation>Checking file …</translation>
    </message>
    <message>
      <source>Mengambil data …</source>
      <translation>Importing …</translation>
    </message>
    <message>
      <source>Nama anggota kosong. Isi namanya di berkas asal.</source>
      <translation>The member's name is missing. Enter it in the original file.</translation>
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Nomor HP</source>
      <translation>Mobile no.</translation>
    </message>
    <message>
      <source>Nomor anggota</source>
      <translation>Member number</translation>
    </message>
    <message>
      <source>Nomor anggota ini di Loket milik orang lain. Beri nomor lain di berkas, atau betulkan datanya di Loket.</source>
      <translation>In Loket this member number is somebody else's. Give another number in the file, or correct the data in Loket.</translation>
    </message>
    <message>
      <source>Nomor anggota ini sudah ada di baris lain dengan data berbeda (nomor = baris pertama). Sisakan satu.</source>
      <translation>Another row has this member number with different data (number = first row). Keep one.</translation>
    </message>
    <message>
      <source>Nomor anggota kosong. Isi nomornya di berkas asal.</source>
      <translation>The member number is missing. Enter it in the original file.</translation>
    </message>
    <message>
      <source>Nomor identitas</source>
      <translation>Identity number</translation>
    </message>
    <message>
      <source>Nomor identitasnya sama dengan anggota di samping. Mungkin satu orang dengan dua kartu.</source>
      <translation>The identity number is that of the member shown alongside. Perhaps one person with two cards.</translation>
    </message>
    <message>
      <source>Nomor induk</source>
      <translation>Accession no.</translation>
    </message>
    <message>
      <source>Nomor kendali</source>
      <translation>Control number</translation>
    </message>
    <message>
      <source>Nomor panggil</source>
      <translation>Call number</translation>
    </message>
    <message>
      <source>Nomor panggil eksemplar</source>
      <translation>Copy's call number</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>Peminjaman di loket ini menunggu sampai selesai. Bila dihentikan, tidak ada yang diambil.</source>
      <translation>Loans at this counter wait until it is done. If stopped, nothing is imported.</translation>
    </message>
    <message>
      <source>Pendidikan</source>
      <translation>Education</translation>
    </message>
    <message>
      <source>Penerbit</source>
      <translation>Publisher</translation>
    </message>
    <message>
      <source>Pengarang</source>
      <translation>Authors</translation>
    </message>
    <message>
      <source>Penyandian baris ini lain dari yang sebelumnya; hurufnya diterka. Periksa huruf bertanda.</source>
      <translation>This row is encoded differently from the ones before; its letters were guessed. Check accented letters.</translation>
    </message>
    <message>
      <source>Periksa berkas</source>
      <translation>Check file</translation>
    </message>
    <message>
      <source>Periksa lagi</source>
      <translation>Check again</translation>
    </message>
    <message>
      <source>Pernyataan tanggung jawab</source>
      <translation>Statement of responsibility</translation>
    </message>
    <message>
      <source>Pilih berkas dari sistem lama.</source>
      <translation>Choose files from the old system.</translation>
    </message>
    <message>
      <source>Pilih berkas yang akan diambil</source>
      <translation>Choose files to import</translation>
    </message>
    <message>
      <source>Pilih berkas …</source>
      <translation>Choose files …</translation>
    </message>
    <message>
      <source>Pilih dahulu kolom untuk: {fields}</source>
      <translation>First choose a column for: {fields}</translation>
    </message>
    <message>
      <source>Pilih dahulu kolom untuk: {fields}.</source>
      <translation>First choose a column for: {fields}.</translation>
    </message>
    <message>
      <source>Provinsi</source>
      <translation>Province</translation>
    </message>
    <message>
      <source>RT</source>
      <translation>RT</translation>
    </message>
    <message>
      <source>RW</source>
      <translation>RW</translation>
    </message>
    <message>
      <source>Rekaman MARC ini rusak dan tidak terbaca. Ekspor ulang rekamannya dari sistem asal.</source>
      <translation>This MARC record is damaged and cannot be read. Export it again from the old system.</translation>
    </message>
    <message>
      <source>Rekaman MARC ini terpotong. Salin atau unduh berkasnya sekali lagi.</source>
      <translation>This MARC record is cut off. Copy or download the file once more.</translation>
    </message>
    <message>
      <source>Rekaman ini bukan judul (misalnya tajuk kendali); tidak diambil.</source>
      <translation>This record is not a title (an authority, for instance); not imported.</translation>
    </message>
    <message>
      <source>Rekaman ini ditandai terhapus di sistem asal; tidak diambil.</source>
      <translation>This record is marked as deleted in the old system; not imported.</translation>
    </message>
    <message>
      <source>Sebab dan yang perlu dilakukan</source>
      <translation>Why, and what to do</translation>
    </message>
    <message>
      <source>Selnya berisi kesalahan rumus Excel; dianggap kosong.</source>
      <translation>The cell holds an Excel formula error; it counts as empty.</translation>
    </message>
    <message>
      <source>Semua isi berkas ini sudah ada; tidak ada yang perlu diambil.</source>
      <translation>Everything in this file is already there; there is nothing to import.</translation>
    </message>
    <message>
      <source>Seri</source>
      <translation>Series</translation>
    </message>
    <message>
      <source>Simpan daftar baris</source>
      <translation>Save the list of rows</translation>
    </message>
    <message>
      <source>Simpan daftar …</source>
      <translation>Save list …</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Status anggota di sistem lama disimpan di catatannya. Periksa apakah ia boleh meminjam.</source>
      <translation>The member's old status is kept in the note. Check whether they may borrow.</translation>
    </message>
    <message>
      <source>Status eksemplar</source>
      <translation>Copy status</translation>
    </message>
    <message>
      <source>Status eksemplar belum dikenal; dicatat tersedia, kata aslinya ada di catatan.</source>
      <translation>Unknown copy status; recorded as available, the original word is in the note.</translation>
    </message>
    <message>
      <source>Subjek</source>
      <translation>Subjects</translation>
    </message>
    <message>
      <source>Sudah ada judul bernama sama, tetapi terbitan atau nomornya lain; dicatat sebagai judul baru.</source>
      <translation>A title of this name exists, but its edition or number differs; recorded as a new title.</translation>
    </message>
    <message>
      <source>Sudah ada; isian yang disebut di kiri mengikuti berkas.</source>
      <translation>Already there; the fields named on the left follow the file.</translation>
    </message>
    <message>
      <source>Sudah diambil semuanya.</source>
      <translation>Everything was imported.</translation>
    </message>
    <message>
      <source>Sudah diambil; {count} baris yang ditolak ditinggalkan.</source>
      <translation>Imported; {count} refused {count:row|rows} left out.</translation>
    </message>
    <message>
      <source>Sumber</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Surel</source>
      <translation>Email</translation>
    </message>
    <message>
      <source>Susunan berkas ini belum dikenal. Pilih isinya, lalu cocokkan kolomnya dengan contoh di kanan.</source>
      <translation>This file's layout is not known. Choose what it holds, then match its columns with the sample on the right.</translation>
    </message>
    <message>
      <source>Susunan berkas {file} belum dikenal. Cocokkan kolomnya di jendela Impor, atau sebutkan isinya dengan --kind.</source>
      <translation>The layout of file {file} is not known. Match its columns in the Import window, or name its contents with --kind.</translation>
    </message>
    <message>
      <source>Tabel CSV, kolom dicocokkan</source>
      <translation>CSV table, columns matched</translation>
    </message>
    <message>
      <source>Tahun terbit</source>
      <translation>Year published</translation>
    </message>
    <message>
      <source>Tahunnya dua angka; dibaca seperti di samping. Periksa.</source>
      <translation>The year has two digits; read as shown alongside. Please check.</translation>
    </message>
    <message>
      <source>Tanda kutipnya tidak ditutup. Betulkan baris ini di berkas asalnya, lalu periksa lagi.</source>
      <translation>Its quotes are not closed. Correct this row in the original file, then check again.</translation>
    </message>
    <message>
      <source>Tanggal daftar</source>
      <translation>Registered on</translation>
    </message>
    <message>
      <source>Tanggal diterima</source>
      <translation>Received on</translation>
    </message>
    <message>
      <source>Tanggal lahir</source>
      <translation>Date of birth</translation>
    </message>
    <message>
      <source>Tanggal tidak terbaca. Tulis seperti 17-08-2026.</source>
      <translation>The date cannot be read. Write it like 17-08-2026.</translation>
    </message>
    <message>
      <source>Telepon rumah</source>
      <translation>Home phone</translation>
    </message>
    <message>
      <source>Tempat lahir</source>
      <translation>Place of birth</translation>
    </message>
    <message>
      <source>Tempat terbit</source>
      <translation>Place published</translation>
    </message>
    <message>
      <source>Tidak ada baris yang ditolak.</source>
      <translation>No rows refused.</translation>
    </message>
    <message>
      <source>Tidak ada data lama yang berubah.</source>
      <translation>No existing data changes.</translation>
    </message>
    <message>
      <source>Tidak ada yang diragukan.</source>
      <translation>Nothing is doubtful.</translation>
    </message>
    <message>
      <source>Ubah kolom</source>
      <translation>Change columns</translation>
    </message>
    <message>
      <source>XML di berkas {file} rusak pada baris {line}. Ekspor sekali lagi dari sistem asal.</source>
      <translation>The XML in file {file} is damaged at line {line}. Export it again from the old system.</translation>
    </message>
    <message>
      <source>baru</source>
      <translation>new</translation>
    </message>
    <message>
      <source>cocokkan kolom</source>
      <translation>match columns</translation>
    </message>
    <message>
      <source>diambil</source>
      <translation>importing</translation>
    </message>
    <message>
      <source>diperiksa</source>
      <translation>checking</translation>
    </message>
    <message>
      <source>menunggu</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>pilih berkas</source>
      <translation>choose files</translation>
    </message>
    <message>
      <source>sudah diambil</source>
      <translation>imported</translation>
    </message>
    <message>
      <source>sudah diperiksa</source>
      <translation>checked</translation>
    </message>
    <message>
      <source>tidak</source>
      <translation>no</translation>
    </message>
    <message>
      <source>tidak dapat dipakai</source>
      <translation>cannot be used</translation>
    </message>
    <message>
      <source>ya</source>
      <translation>yes</translation>
    </message>
    <message>
      <source>{count} baris belum bisa diambil. Betulkan berkasnya dan periksa lagi, atau ambil yang baik saja.</source>
      <translation>{count} {count:row|rows} cannot be imported yet. Correct the file and check again, or import only the good ones.</translation>
    </message>
    <message>
      <source>{count} baru</source>
      <translation>{count} new</translation>
    </message>
    <message>
      <source>{count} berubah</source>
      <translation>{count} changed</translation>
    </message>
    <message>
      <source>{count} ditolak</source>
      <translation>{count} refused</translation>
    </message>
    <message>
      <source>{count} tetap</source>
      <translation>{count} unchanged</translation>
    </message>
    <message>
      <source>{field} · wajib</source>
      <translation>{field} · required</translation>
    </message>
    <message>
      <source>{file} adalah folder. Pilih berkas di dalamnya.</source>
      <translation>{file} is a folder. Choose a file in it.</translation>
    </message>
    <message>
      <source>{value} · {count} baris</source>
      <translation>{value} · {count} {count:row|rows}</translation>
    </message>
    <message>
      <source>– tidak ada –</source>
      <translation>– none –</translation>
    </message>
  </context>
  <context>
    <name>Iplm</name>
    <message>
      <source>Bagian</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Belum ada kegiatan tahun ini.</source>
      <translation>No activities this year yet.</translation>
    </message>
    <message>
      <source>Boleh 0 bila tidak dipilah.</source>
      <translation>May be 0 where nobody counted apart.</translation>
    </message>
    <message>
      <source>Boleh kosong, misalnya BPS 2026.</source>
      <translation>May be empty; for example BPS 2026.</translation>
    </message>
    <message>
      <source>Boleh kosong.</source>
      <translation>May be empty.</translation>
    </message>
    <message>
      <source>Dihapus dari daftar: {name}.</source>
      <translation>Taken from the list: {name}.</translation>
    </message>
    <message>
      <source>Enter untuk mengisi</source>
      <translation>Enter to fill it in</translation>
    </message>
    <message>
      <source>Hapus</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Hapus dari daftar?</source>
      <translation>Take it from the list?</translation>
    </message>
    <message>
      <source>Hapus …</source>
      <translation>Remove …</translation>
    </message>
    <message>
      <source>Isi angka …</source>
      <translation>Enter number …</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Kegiatan</source>
      <translation>Activity</translation>
    </message>
    <message>
      <source>Kegiatan baru</source>
      <translation>New activity</translation>
    </message>
    <message>
      <source>Kegiatan baru …</source>
      <translation>New activity …</translation>
    </message>
    <message>
      <source>Kegiatan dicatat: {name}.</source>
      <translation>Activity saved: {name}.</translation>
    </message>
    <message>
      <source>Laki-laki</source>
      <translation>Men</translation>
    </message>
    <message>
      <source>Menghitung tahun {year} …</source>
      <translation>Counting the year {year} …</translation>
    </message>
    <message>
      <source>Nama kegiatan</source>
      <translation>Name of the activity</translation>
    </message>
    <message>
      <source>PDF …</source>
      <translation>PDF …</translation>
    </message>
    <message>
      <source>Perempuan</source>
      <translation>Women</translation>
    </message>
    <message>
      <source>Peserta</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Pesertanya masuk laporan IPLM; tidak dihitung sebagai pengunjung.</source>
      <translation>Those who took part go into the IPLM report; they are not counted as visitors.</translation>
    </message>
    <message>
      <source>Rata-rata {count} kunjungan per hari buka, {days} hari.</source>
      <translation>{count} visits per open day on average, {days} days.</translation>
    </message>
    <message>
      <source>Rekap {count} hari loket lain belum masuk.</source>
      <translation>Recaps of {count} days of other counters are missing.</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Simpan data IPLM</source>
      <translation>Save IPLM data</translation>
    </message>
    <message>
      <source>Sumber</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Tahun {year}. Loket tidak dapat menghitungnya sendiri.</source>
      <translation>Year {year}. Loket cannot count this by itself.</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tempat</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Terdiri atas</source>
      <translation>Made of</translation>
    </message>
    <message>
      <source>Ubah …</source>
      <translation>Change …</translation>
    </message>
    <message>
      <source>Unsur</source>
      <translation>What</translation>
    </message>
    <message>
      <source>Unsur IPLM</source>
      <translation>IPLM numbers</translation>
    </message>
    <message>
      <source>XLSX …</source>
      <translation>XLSX …</translation>
    </message>
    <message>
      <source>belum diisi</source>
      <translation>not entered</translation>
    </message>
    <message>
      <source>dihitung Loket</source>
      <translation>counted by Loket</translation>
    </message>
    <message>
      <source>diisi petugas</source>
      <translation>entered by staff</translation>
    </message>
    <message>
      <source>{count} unsur belum diisi.</source>
      <translation>{count} numbers not entered yet.</translation>
    </message>
  </context>
  <context>
    <name>Kiosk</name>
    <message>
      <source>13 sampai 15 tahun</source>
      <translation>13 to 15 years</translation>
    </message>
    <message>
      <source>16 sampai 18 tahun</source>
      <translation>16 to 18 years</translation>
    </message>
    <message>
      <source>19 sampai 24 tahun</source>
      <translation>19 to 24 years</translation>
    </message>
    <message>
      <source>25 sampai 44 tahun</source>
      <translation>25 to 44 years</translation>
    </message>
    <message>
      <source>45 sampai 59 tahun</source>
      <translation>45 to 59 years</translation>
    </message>
    <message>
      <source>6 sampai 12 tahun</source>
      <translation>6 to 12 years</translation>
    </message>
    <message>
      <source>60 tahun atau lebih</source>
      <translation>60 years or more</translation>
    </message>
    <message>
      <source>Ada saran untuk kami?</source>
      <translation>Anything you would like to tell us?</translation>
    </message>
    <message>
      <source>Anda datang dari mana?</source>
      <translation>Where do you come from?</translation>
    </message>
    <message>
      <source>Anda laki-laki atau perempuan?</source>
      <translation>Are you male or female?</translation>
    </message>
    <message>
      <source>Anda sudah dicatat pulang.</source>
      <translation>You have been noted as gone home.</translation>
    </message>
    <message>
      <source>Anda sudah dicatat sejak pukul {clock}.</source>
      <translation>You have been noted since {clock}.</translation>
    </message>
    <message>
      <source>Anggota: pindai kartu Anda</source>
      <translation>Members: scan your card</translation>
    </message>
    <message>
      <source>Apa keperluan Anda hari ini?</source>
      <translation>What brings you here today?</translation>
    </message>
    <message>
      <source>Apa keperluan rombongan?</source>
      <translation>What brings your group here?</translation>
    </message>
    <message>
      <source>Apa pekerjaan Anda?</source>
      <translation>What do you do?</translation>
    </message>
    <message>
      <source>Apa pendidikan terakhir Anda?</source>
      <translation>What is your highest education?</translation>
    </message>
    <message>
      <source>Baru saja ada yang menilai.</source>
      <translation>Somebody has just told us.</translation>
    </message>
    <message>
      <source>Belum sekolah</source>
      <translation>No school yet</translation>
    </message>
    <message>
      <source>Berapa laki-laki dan perempuan?</source>
      <translation>How many are male and female?</translation>
    </message>
    <message>
      <source>Berapa orang dari tiap pekerjaan?</source>
      <translation>How many of each occupation?</translation>
    </message>
    <message>
      <source>Berapa orang dari tiap pendidikan?</source>
      <translation>How many of each education?</translation>
    </message>
    <message>
      <source>Berapa orang yang datang?</source>
      <translation>How many of you are there?</translation>
    </message>
    <message>
      <source>Berapa umur Anda?</source>
      <translation>How old are you?</translation>
    </message>
    <message>
      <source>Boleh tidak lengkap.</source>
      <translation>It need not be complete.</translation>
    </message>
    <message>
      <source>Bukan anggota? Sentuh salah satu pilihan di bawah.</source>
      <translation>Not a member? Touch one of the choices below.</translation>
    </message>
    <message>
      <source>Coba pindai sekali lagi. Bila bukan anggota, sentuh Tamu.</source>
      <translation>Scan it once more. If you are no member, touch Guest.</translation>
    </message>
    <message>
      <source>Cukup, kirim</source>
      <translation>Enough, send</translation>
    </message>
    <message>
      <source>D1</source>
      <translation>Diploma D1</translation>
    </message>
    <message>
      <source>D2</source>
      <translation>Diploma D2</translation>
    </message>
    <message>
      <source>D3</source>
      <translation>Diploma D3</translation>
    </message>
    <message>
      <source>D4/S1</source>
      <translation>Bachelor (D4/S1)</translation>
    </message>
    <message>
      <source>Data kunjungan dipakai untuk statistik layanan perpustakaan.</source>
      <translation>Visits are noted for the library's statistics.</translation>
    </message>
    <message>
      <source>Dosen</source>
      <translation>Lecturer</translation>
    </message>
    <message>
      <source>Guru</source>
      <translation>Teacher</translation>
    </message>
    <message>
      <source>Hak pinjam Anda sedang ditangguhkan. Mampirlah ke meja petugas.</source>
      <translation>Your borrowing is suspended. Please drop by the desk.</translation>
    </message>
    <message>
      <source>Hapus</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Hari ini sudah datang {people} orang</source>
      <translation>{people} {people:visitor|visitors} today</translation>
    </message>
    <message>
      <source>Hitung semua, juga ketua dan pendamping.</source>
      <translation>Count everyone, the leader and companions too.</translation>
    </message>
    <message>
      <source>Huruf besar</source>
      <translation>Capitals</translation>
    </message>
    <message>
      <source>Ibu rumah tangga</source>
      <translation>Homemaker</translation>
    </message>
    <message>
      <source>Ini nomor loker.</source>
      <translation>This is a locker number.</translation>
    </message>
    <message>
      <source>Ini nota fotokopi.</source>
      <translation>This is a photocopy slip.</translation>
    </message>
    <message>
      <source>Jadi anggota</source>
      <translation>Join us</translation>
    </message>
    <message>
      <source>Jangan tulis nama atau nomor identitas.</source>
      <translation>Do not write a name or an identity number.</translation>
    </message>
    <message>
      <source>Jawaban Anda tidak disimpan bersama nama.</source>
      <translation>Your answers are not kept with a name.</translation>
    </message>
    <message>
      <source>Kartu ini tidak dapat dipakai di sini.</source>
      <translation>This card cannot be used here.</translation>
    </message>
    <message>
      <source>Kartu ini tidak dikenali.</source>
      <translation>This card is not known.</translation>
    </message>
    <message>
      <source>Keanggotaan Anda sudah berakhir. Mampirlah ke meja petugas.</source>
      <translation>Your membership has ended. Please drop by the desk.</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Kios pengunjung</source>
      <translation>Visitors' kiosk</translation>
    </message>
    <message>
      <source>Kunjungan Anda sudah dicatat.</source>
      <translation>Your visit has been noted.</translation>
    </message>
    <message>
      <source>Lainnya</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Laki-laki</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Langkah {number} dari {count}</source>
      <translation>Step {number} of {count}</translation>
    </message>
    <message>
      <source>Lanjut</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Layanan apa yang Anda pakai?</source>
      <translation>Which service did you use?</translation>
    </message>
    <message>
      <source>Lewati</source>
      <translation>Skip</translation>
    </message>
    <message>
      <source>Maaf, belum dapat dicatat.</source>
      <translation>Sorry, this could not be noted.</translation>
    </message>
    <message>
      <source>Mahasiswa</source>
      <translation>Student</translation>
    </message>
    <message>
      <source>Masa berlaku kartu Anda sudah habis. Mampirlah ke meja petugas.</source>
      <translation>Your card has expired. Please drop by the desk.</translation>
    </message>
    <message>
      <source>Nama panggilan atau singkatan boleh. Jangan tulis NIK.</source>
      <translation>A first name or initials will do. Never type your identity number (NIK).</translation>
    </message>
    <message>
      <source>Nama sekolah, kampus, kantor, atau kelompok.</source>
      <translation>Name of the school, campus, office or club.</translation>
    </message>
    <message>
      <source>Nelayan</source>
      <translation>Fisher</translation>
    </message>
    <message>
      <source>Nilai layanan</source>
      <translation>Rate us</translation>
    </message>
    <message>
      <source>Nomor ini sudah tercatat pulang.</source>
      <translation>This number has gone home already.</translation>
    </message>
    <message>
      <source>Nomor pengunjung Anda. Sebutkan di loker dan ruang baca.</source>
      <translation>Your visitor number. Give it at the lockers and reading rooms.</translation>
    </message>
    <message>
      <source>Nomor rombongan Anda, {people} orang. Sebutkan di loker dan ruang baca.</source>
      <translation>Your group's number, {people} people. Give it at the lockers and reading rooms.</translation>
    </message>
    <message>
      <source>Nomor telepon ketua rombongan?</source>
      <translation>The leader's telephone number?</translation>
    </message>
    <message>
      <source>PNS/ASN</source>
      <translation>Civil servant</translation>
    </message>
    <message>
      <source>PPPK</source>
      <translation>Contract servant</translation>
    </message>
    <message>
      <source>Panggil petugas.</source>
      <translation>Call the staff.</translation>
    </message>
    <message>
      <source>Pegawai swasta</source>
      <translation>Private employee</translation>
    </message>
    <message>
      <source>Pelajar</source>
      <translation>Pupil</translation>
    </message>
    <message>
      <source>Pendaftaran Anda belum disahkan. Mampirlah ke meja petugas.</source>
      <translation>Your registration is not confirmed yet. Please drop by the desk.</translation>
    </message>
    <message>
      <source>Peneliti</source>
      <translation>Researcher</translation>
    </message>
    <message>
      <source>Pensiunan</source>
      <translation>Retired</translation>
    </message>
    <message>
      <source>Perempuan</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Petani</source>
      <translation>Farmer</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Rombongan</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Rombongan dari mana?</source>
      <translation>Where does your group come from?</translation>
    </message>
    <message>
      <source>S2</source>
      <translation>Master (S2)</translation>
    </message>
    <message>
      <source>S3</source>
      <translation>Doctor (S3)</translation>
    </message>
    <message>
      <source>SD</source>
      <translation>Primary (SD)</translation>
    </message>
    <message>
      <source>SMA/SMK</source>
      <translation>Senior high (SMA)</translation>
    </message>
    <message>
      <source>SMP</source>
      <translation>Junior high (SMP)</translation>
    </message>
    <message>
      <source>Sampai 5 tahun</source>
      <translation>Up to 5 years</translation>
    </message>
    <message>
      <source>Saya pulang</source>
      <translation>I am leaving</translation>
    </message>
    <message>
      <source>Sekolah, kantor, atau tempat tinggal.</source>
      <translation>School, office, or the place where you live.</translation>
    </message>
    <message>
      <source>Selamat datang, {name}.</source>
      <translation>Welcome, {name}.</translation>
    </message>
    <message>
      <source>Selamat datang.</source>
      <translation>Welcome.</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Serahkan di meja fotokopi untuk mengambil kartu identitas Anda.</source>
      <translation>Hand it in at the photocopy desk to get your identity card.</translation>
    </message>
    <message>
      <source>Serahkan di meja penitipan untuk mengambil barang Anda.</source>
      <translation>Hand it in at the bag desk to get your things.</translation>
    </message>
    <message>
      <source>Serahkan layar</source>
      <translation>Hand over the screen</translation>
    </message>
    <message>
      <source>Serahkan layar ini kepada pengunjung.</source>
      <translation>Hand this screen to the visitors.</translation>
    </message>
    <message>
      <source>Siapa ketua rombongannya?</source>
      <translation>Who leads your group?</translation>
    </message>
    <message>
      <source>Siapa nama Anda?</source>
      <translation>What is your name?</translation>
    </message>
    <message>
      <source>Silakan coba lagi {seconds} detik lagi.</source>
      <translation>Please try again in {seconds} {seconds:second|seconds}.</translation>
    </message>
    <message>
      <source>Silakan temui petugas.</source>
      <translation>Please see the staff.</translation>
    </message>
    <message>
      <source>Spasi</source>
      <translation>Space</translation>
    </message>
    <message>
      <source>TK/PAUD</source>
      <translation>Kindergarten</translation>
    </message>
    <message>
      <source>TNI/Polri</source>
      <translation>Army or police</translation>
    </message>
    <message>
      <source>Tamu</source>
      <translation>Guest</translation>
    </message>
    <message>
      <source>Terima kasih atas penilaian Anda.</source>
      <translation>Thank you for your opinion.</translation>
    </message>
    <message>
      <source>Terima kasih. Sampai jumpa lagi.</source>
      <translation>Thank you. See you again.</translation>
    </message>
    <message>
      <source>Tidak bekerja</source>
      <translation>Not working</translation>
    </message>
    <message>
      <source>Wiraswasta</source>
      <translation>Self-employed</translation>
    </message>
    <message>
      <source>{count} dari {people} orang</source>
      <translation>{count} of {people} people</translation>
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>Barcode</source>
      <translation>Barcode</translation>
    </message>
    <message>
      <source>Berkas tata letak “{layout}” tidak terbaca: {reason}</source>
      <translation>Layout file “{layout}” cannot be read: {reason}</translation>
    </message>
    <message>
      <source>Cetak label barcode</source>
      <translation>Print barcode labels</translation>
    </message>
    <message>
      <source>Gambar lembar label</source>
      <translation>Picture of the sheet</translation>
    </message>
    <message>
      <source>Hapus dari antrean</source>
      <translation>Remove from the queue</translation>
    </message>
    <message>
      <source>Isi label “{layout}” perlu {need_mm} mm, tingginya hanya {have_mm} mm.</source>
      <translation>The contents of label “{layout}” need {need_mm} mm, it is only {have_mm} mm tall.</translation>
    </message>
    <message>
      <source>Isian tata letak “{layout}” tidak lengkap atau salah tulis.</source>
      <translation>Layout “{layout}” is incomplete or misspelt.</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Kertas label</source>
      <translation>Label paper</translation>
    </message>
    <message>
      <source>Kode {barcode} perlu label selebar {need} mm. Pilih tata letak dengan label yang lebih lebar.</source>
      <translation>Code {barcode} needs a label {need} mm wide. Choose a layout with wider labels.</translation>
    </message>
    <message>
      <source>Kode “{barcode}” tidak bisa dicetak. Beri label baru dahulu.</source>
      <translation>Code “{barcode}” cannot be printed. Give it a new label first.</translation>
    </message>
    <message>
      <source>Kosongkan</source>
      <translation>Clear</translation>
    </message>
    <message>
      <source>Label yang menunggu dicetak</source>
      <translation>Labels waiting to be printed</translation>
    </message>
    <message>
      <source>Lembar pertama: klik label kosong pertama</source>
      <translation>First sheet: click the first empty label</translation>
    </message>
    <message>
      <source>Lembar yang sudah terpakai sebagian bisa dihabiskan.</source>
      <translation>A partly used sheet can be used up.</translation>
    </message>
    <message>
      <source>Lihat dahulu</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>Mulai dari label ke</source>
      <translation>Start at label no.</translation>
    </message>
    <message>
      <source>Pilih kertasnya dan label kosong pertama. Cetak PDF dengan ukuran sebenarnya (100 %).</source>
      <translation>Choose the paper and the first empty label. Print the PDF at actual size (100 %).</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan lembar label</source>
      <translation>Save label sheet</translation>
    </message>
    <message>
      <source>Tata letak “{layout}” lebih lebar ({need_mm} mm) daripada kertasnya ({have_mm} mm).</source>
      <translation>Layout “{layout}” is wider ({need_mm} mm) than its paper ({have_mm} mm).</translation>
    </message>
    <message>
      <source>Tata letak “{layout}” lebih tinggi ({need_mm} mm) daripada kertasnya ({have_mm} mm).</source>
      <translation>Layout “{layout}” is taller ({need_mm} mm) than its paper ({have_mm} mm).</translation>
    </message>
    <message>
      <source>Tidak ada label yang menunggu.</source>
      <translation>No labels are waiting.</translation>
    </message>
    <message>
      <source>Tidak ada program pembuka PDF. Berkasnya ada di {path}.</source>
      <translation>There is no program to open PDFs. The file is in {path}.</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Ukuran {field} di tata letak “{layout}” tidak masuk akal.</source>
      <translation>The size {field} in layout “{layout}” makes no sense.</translation>
    </message>
    <message>
      <source>{count} label, {sheets} lembar kertas</source>
      <translation>{count} {count:label|labels}, {sheets} {sheets:sheet|sheets} of paper</translation>
    </message>
  </context>
  <context>
    <name>Ledger</name>
    <message>
      <source>Batal/kembali</source>
      <translation>Void/back</translation>
    </message>
    <message>
      <source>Buku Kas Umum</source>
      <translation>General cash book</translation>
    </message>
    <message>
      <source>Buku Penerimaan dan Penyetoran</source>
      <translation>Book of receipts and deposits</translation>
    </message>
    <message>
      <source>Buku Rekapitulasi Penerimaan Harian</source>
      <translation>Receipts by day</translation>
    </message>
    <message>
      <source>Bulan</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Cara bayar</source>
      <translation>Paid by</translation>
    </message>
    <message>
      <source>Disetor (Rp)</source>
      <translation>Deposited (Rp)</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>Jumlah (Rp)</source>
      <translation>Amount (Rp)</translation>
    </message>
    <message>
      <source>Jumlah disetor (Rp)</source>
      <translation>All deposited (Rp)</translation>
    </message>
    <message>
      <source>Jumlah penerimaan</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Jumlah penerimaan (Rp)</source>
      <translation>All received (Rp)</translation>
    </message>
    <message>
      <source>Jumlah yang disetor</source>
      <translation>Deposited</translation>
    </message>
    <message>
      <source>Ket.</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Kode rekening</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>Kode rekening (Rp)</source>
      <translation>Accounts (Rp)</translation>
    </message>
    <message>
      <source>Kuitansi</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Laporan Pertanggungjawaban Bendahara Penerimaan</source>
      <translation>Treasurer's accountability report</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>No. STS</source>
      <translation>Slip no.</translation>
    </message>
    <message>
      <source>No. bukti</source>
      <translation>Proof</translation>
    </message>
    <message>
      <source>Nomor bukti</source>
      <translation>Proof</translation>
    </message>
    <message>
      <source>Nontunai</source>
      <translation>Not cash</translation>
    </message>
    <message>
      <source>Nontunai (Rp)</source>
      <translation>Not cash (Rp)</translation>
    </message>
    <message>
      <source>Penerimaan</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Penerimaan (Rp)</source>
      <translation>Received (Rp)</translation>
    </message>
    <message>
      <source>Penyetoran</source>
      <translation>Deposited</translation>
    </message>
    <message>
      <source>Penyetoran (Rp)</source>
      <translation>Deposited (Rp)</translation>
    </message>
    <message>
      <source>Rekapitulasi Penerimaan per Bulan</source>
      <translation>Receipts by month</translation>
    </message>
    <message>
      <source>Rekapitulasi Penerimaan per Rincian Objek Pendapatan</source>
      <translation>Receipts by account</translation>
    </message>
    <message>
      <source>Saldo (Rp)</source>
      <translation>Balance (Rp)</translation>
    </message>
    <message>
      <source>Saldo akhir</source>
      <translation>Closing balance</translation>
    </message>
    <message>
      <source>Saldo akhir (Rp)</source>
      <translation>Closing balance (Rp)</translation>
    </message>
    <message>
      <source>Saldo awal</source>
      <translation>Opening balance</translation>
    </message>
    <message>
      <source>Selisih kas</source>
      <translation>Differences</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanpa kode</source>
      <translation>No account</translation>
    </message>
    <message>
      <source>Tgl.</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tunai</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Tunai (Rp)</source>
      <translation>Cash (Rp)</translation>
    </message>
    <message>
      <source>Uraian</source>
      <translation>What for</translation>
    </message>
    <message>
      <source>Uraian rincian objek</source>
      <translation>Account name</translation>
    </message>
    <message>
      <source>bulan ini</source>
      <translation>this month</translation>
    </message>
    <message>
      <source>disetor sejak Januari s.d. bulan lalu</source>
      <translation>deposited from January up to last month</translation>
    </message>
    <message>
      <source>nontunai belum disetor</source>
      <translation>not cash, not deposited yet</translation>
    </message>
    <message>
      <source>penerimaan nontunai</source>
      <translation>received not in cash</translation>
    </message>
    <message>
      <source>penerimaan tunai</source>
      <translation>received in cash</translation>
    </message>
    <message>
      <source>s.d. bulan ini</source>
      <translation>up to this month</translation>
    </message>
    <message>
      <source>s.d. bulan lalu</source>
      <translation>up to last month</translation>
    </message>
    <message>
      <source>setoran nontunai</source>
      <translation>deposited not in cash</translation>
    </message>
    <message>
      <source>setoran tunai</source>
      <translation>deposited in cash</translation>
    </message>
    <message>
      <source>tunai dalam perjalanan</source>
      <translation>cash on its way</translation>
    </message>
    <message>
      <source>tunai di bendahara</source>
      <translation>cash with the treasurer</translation>
    </message>
    <message>
      <source>tunai di loket</source>
      <translation>cash at desks</translation>
    </message>
  </context>
  <context>
    <name>Lockers</name>
    <message>
      <source>4 angka terakhir</source>
      <translation>Last 4 digits</translation>
    </message>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Apa yang ditemukan dan di mana disimpan.</source>
      <translation>What was found and where it is kept.</translation>
    </message>
    <message>
      <source>Barang siapa yang diambil?</source>
      <translation>Whose things are fetched?</translation>
    </message>
    <message>
      <source>Barangnya diamankan petugas. Pemiliknya tetap mengambil dengan nomor penitipannya.</source>
      <translation>Staff keep the things safe. The owner still fetches them with the tag.</translation>
    </message>
    <message>
      <source>Baris</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Batal</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>Batal titip</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Batalkan penitipan di {locker}?</source>
      <translation>Undo the deposit in {locker}?</translation>
    </message>
    <message>
      <source>Batalkan titip</source>
      <translation>Undo deposit</translation>
    </message>
    <message>
      <source>Belum ada loker. Tambahkan deret pertama di sebelah kanan.</source>
      <translation>No lockers yet. Add the first bank at the right.</translation>
    </message>
    <message>
      <source>Belum ada loker. Tambahkan di Pengaturan.</source>
      <translation>No lockers yet. Add them in Settings.</translation>
    </message>
    <message>
      <source>Belum ada titipan hari ini.</source>
      <translation>Nothing deposited today yet.</translation>
    </message>
    <message>
      <source>Beres</source>
      <translation>Mended</translation>
    </message>
    <message>
      <source>Berikan loker {number}</source>
      <translation>Give locker {number}</translation>
    </message>
    <message>
      <source>Berita acara</source>
      <translation>Statement</translation>
    </message>
    <message>
      <source>Berita acara {number}</source>
      <translation>Statement {number}</translation>
    </message>
    <message>
      <source>Berita acara {number} menunggu tanda tangan.</source>
      <translation>Statement {number} is waiting to be signed.</translation>
    </message>
    <message>
      <source>Boleh kosong.</source>
      <translation>May stay empty.</translation>
    </message>
    <message>
      <source>Boleh kosong: tas hitam, helm.</source>
      <translation>May stay empty: black bag, helmet.</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Buka paksa</source>
      <translation>Force open</translation>
    </message>
    <message>
      <source>Buka paksa {locker}?</source>
      <translation>Force open {locker}?</translation>
    </message>
    <message>
      <source>Buku penitipan hari ini</source>
      <translation>Today's deposit book</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Cetak dan minta tanda tangan.</source>
      <translation>Print it and have it signed.</translation>
    </message>
    <message>
      <source>Cetak lagi</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>Ciri barang menurut pemiliknya</source>
      <translation>The things as the owner describes them</translation>
    </message>
    <message>
      <source>Cocokkan dengan isinya.</source>
      <translation>Compare it with what is inside.</translation>
    </message>
    <message>
      <source>Cocokkan nama dan nomornya, lalu Enter.</source>
      <translation>Compare name and number, then Enter.</translation>
    </message>
    <message>
      <source>Daftar loker</source>
      <translation>List of lockers</translation>
    </message>
    <message>
      <source>Dari loker {number}. Nomor penitipannya tetap.</source>
      <translation>From locker {number}. The tag stays the same.</translation>
    </message>
    <message>
      <source>Deret</source>
      <translation>Bank</translation>
    </message>
    <message>
      <source>Deret baru</source>
      <translation>New bank</translation>
    </message>
    <message>
      <source>Deret baru …</source>
      <translation>New bank …</translation>
    </message>
    <message>
      <source>Diamankan</source>
      <translation>In safe keeping</translation>
    </message>
    <message>
      <source>Diambil</source>
      <translation>Fetched</translation>
    </message>
    <message>
      <source>Dicetak ulang</source>
      <translation>Printed again</translation>
    </message>
    <message>
      <source>Dipindah</source>
      <translation>Moved</translation>
    </message>
    <message>
      <source>Ditandai rusak</source>
      <translation>Marked broken</translation>
    </message>
    <message>
      <source>Dititip</source>
      <translation>Deposited</translation>
    </message>
    <message>
      <source>Dua pemakai</source>
      <translation>Two users</translation>
    </message>
    <message>
      <source>Empat angka terakhir</source>
      <translation>Last four digits</translation>
    </message>
    <message>
      <source>Enter memberikannya; ketik nomor lain untuk memilih.</source>
      <translation>Enter gives it; type another number to choose.</translation>
    </message>
    <message>
      <source>Ganda</source>
      <translation>Twice</translation>
    </message>
    <message>
      <source>Hak pinjamnya ditangguhkan; menitip tetap boleh.</source>
      <translation>Borrowing is suspended; a locker may be given all the same.</translation>
    </message>
    <message>
      <source>Hapus dari papan</source>
      <translation>Take off the board</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Identitas yang ditunjukkan</source>
      <translation>Identity document shown</translation>
    </message>
    <message>
      <source>Isi</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Isi loker</source>
      <translation>What was in the locker</translation>
    </message>
    <message>
      <source>Isi titipan</source>
      <translation>What is in it</translation>
    </message>
    <message>
      <source>Izinkan</source>
      <translation>Allow</translation>
    </message>
    <message>
      <source>Jam titip</source>
      <translation>Left at</translation>
    </message>
    <message>
      <source>Jaminan</source>
      <translation>Pledge</translation>
    </message>
    <message>
      <source>Jangan catat seluruh nomornya.</source>
      <translation>Do not write down the whole number.</translation>
    </message>
    <message>
      <source>Kartunya habis masa berlaku; menitip tetap boleh.</source>
      <translation>The card has expired; a locker may be given all the same.</translation>
    </message>
    <message>
      <source>Kata sandi atau PIN saksi</source>
      <translation>Witness's password or PIN</translation>
    </message>
    <message>
      <source>Ke loker</source>
      <translation>To locker</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keanggotaannya sudah berakhir; menitip tetap boleh.</source>
      <translation>The membership has ended; a locker may be given all the same.</translation>
    </message>
    <message>
      <source>Kedua bagian nomor {tag} dicetak sekali lagi.</source>
      <translation>Both parts of tag {tag} are printed once more.</translation>
    </message>
    <message>
      <source>Kembalikan juga jaminan {pledge_rp}.</source>
      <translation>Give back the deposit of {pledge_rp} too.</translation>
    </message>
    <message>
      <source>Kembalikan juga {document}.</source>
      <translation>Give back the {document} too.</translation>
    </message>
    <message>
      <source>Kode tanda tetap</source>
      <translation>Code of the fixed tag</translation>
    </message>
    <message>
      <source>Kolom</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Kosong</source>
      <translation>Free</translation>
    </message>
    <message>
      <source>Kosong: nomor penitipan dicetak setiap kali.</source>
      <translation>Empty: a tag is printed each time.</translation>
    </message>
    <message>
      <source>Lama</source>
      <translation>Held for</translation>
    </message>
    <message>
      <source>Loker</source>
      <translation>Locker</translation>
    </message>
    <message>
      <source>Loker baru ditambahkan di bawah deret yang bernama sama.</source>
      <translation>New lockers are added below the bank of the same name.</translation>
    </message>
    <message>
      <source>Loker ini dapat dipakai lagi.</source>
      <translation>This locker can be used again.</translation>
    </message>
    <message>
      <source>Loker ini tidak kosong. Pilih yang lain dengan panah atau nomornya.</source>
      <translation>This locker is not free. Choose another with the arrows or its number.</translation>
    </message>
    <message>
      <source>Loker kedua</source>
      <translation>Second locker</translation>
    </message>
    <message>
      <source>Loker kedua untuk {name}?</source>
      <translation>A second locker for {name}?</translation>
    </message>
    <message>
      <source>Loker sebaris</source>
      <translation>Lockers in a row</translation>
    </message>
    <message>
      <source>Loker {number}</source>
      <translation>Locker {number}</translation>
    </message>
    <message>
      <source>Loker {number} dihapus dari papan; riwayatnya tetap.</source>
      <translation>Locker {number} taken off the board; its past stays.</translation>
    </message>
    <message>
      <source>Loker {number} dipakai lagi.</source>
      <translation>Locker {number} is in service again.</translation>
    </message>
    <message>
      <source>Loker {number} disimpan.</source>
      <translation>Locker {number} saved.</translation>
    </message>
    <message>
      <source>Mana nomornya?</source>
      <translation>Where is the tag?</translation>
    </message>
    <message>
      <source>Masih keluar</source>
      <translation>Still out</translation>
    </message>
    <message>
      <source>Minta nomor penitipannya, atau ketik nomor lokernya.</source>
      <translation>Ask for the tag, or type the locker number.</translation>
    </message>
    <message>
      <source>Misalnya A01.</source>
      <translation>Such as A01.</translation>
    </message>
    <message>
      <source>Misalnya A24.</source>
      <translation>Such as A24.</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama beda</source>
      <translation>Name differs</translation>
    </message>
    <message>
      <source>Nama pengguna saksi</source>
      <translation>Witness's user name</translation>
    </message>
    <message>
      <source>Nama tidak ditampilkan</source>
      <translation>Name not shown</translation>
    </message>
    <message>
      <source>No. pemustaka</source>
      <translation>Visitor no.</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Nomor hilang</source>
      <translation>Tag lost</translation>
    </message>
    <message>
      <source>Nomor loker</source>
      <translation>Locker number</translation>
    </message>
    <message>
      <source>Nomor pengunjungnya dari hari lain: pastikan orangnya sama.</source>
      <translation>The visitor number is of another day: make sure it is the same person.</translation>
    </message>
    <message>
      <source>Nomor penitipan hilang</source>
      <translation>Tag lost</translation>
    </message>
    <message>
      <source>Nomor penitipan {tag} dicetak rangkap dua.</source>
      <translation>Both parts of tag {tag} are printed.</translation>
    </message>
    <message>
      <source>Nomor pertama</source>
      <translation>First number</translation>
    </message>
    <message>
      <source>Nomor terakhir</source>
      <translation>Last number</translation>
    </message>
    <message>
      <source>Nomor yang hilang dibayar di kas (F6).</source>
      <translation>The lost tag is paid at the cash desk (F6).</translation>
    </message>
    <message>
      <source>Pakai lagi</source>
      <translation>Put back</translation>
    </message>
    <message>
      <source>Papan</source>
      <translation>Board</translation>
    </message>
    <message>
      <source>Papan loker</source>
      <translation>Locker board</translation>
    </message>
    <message>
      <source>Pendaftarannya belum disahkan; menitip tetap boleh.</source>
      <translation>The application is not checked yet; a locker may be given all the same.</translation>
    </message>
    <message>
      <source>Pengawas yang melihatnya, bukan petugas yang sama.</source>
      <translation>A supervisor who saw it, not the same person.</translation>
    </message>
    <message>
      <source>Pengunjung ini tercatat sudah keluar: pastikan orangnya sama.</source>
      <translation>This visitor was noted as gone: make sure it is the same person.</translation>
    </message>
    <message>
      <source>Penitipannya tidak dihitung.</source>
      <translation>The deposit does not count.</translation>
    </message>
    <message>
      <source>Penuh</source>
      <translation>Full</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Pilih barang siapa yang diambil; pindahkan yang satunya.</source>
      <translation>Choose whose things are fetched; move the other's.</translation>
    </message>
    <message>
      <source>Pilih dahulu loker yang penitipannya keliru.</source>
      <translation>First choose the locker that was given by mistake.</translation>
    </message>
    <message>
      <source>Pilih loker yang kosong.</source>
      <translation>Choose a free locker.</translation>
    </message>
    <message>
      <source>Pindahkan</source>
      <translation>Move</translation>
    </message>
    <message>
      <source>Pindahkan titipan</source>
      <translation>Move the deposit</translation>
    </message>
    <message>
      <source>Pindai kartu atau nomor pengunjung.</source>
      <translation>Scan a card or visitor number.</translation>
    </message>
    <message>
      <source>Pindai kartu untuk menitip, nomor penitipan untuk mengambil.</source>
      <translation>Scan a card to deposit, a tag to fetch.</translation>
    </message>
    <message>
      <source>Pindai nomor penitipan atau kartu, ketik nomor loker atau nama …</source>
      <translation>Scan a tag or card, type a locker number or a name …</translation>
    </message>
    <message>
      <source>Pindai nomor penitipannya, atau ketik nomor lokernya.</source>
      <translation>Scan the tag, or type the locker number.</translation>
    </message>
    <message>
      <source>Pungut {tariff_rp} untuk nomor yang hilang</source>
      <translation>Charge {tariff_rp} for the lost tag</translation>
    </message>
    <message>
      <source>Rusak</source>
      <translation>Broken</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>Semua titipan sudah diambil.</source>
      <translation>Everything has been fetched.</translation>
    </message>
    <message>
      <source>Seperti tertulis pada pintunya.</source>
      <translation>As painted on its door.</translation>
    </message>
    <message>
      <source>Serahkan barang</source>
      <translation>Hand over the things</translation>
    </message>
    <message>
      <source>Serahkan nomor penitipan {tag}.</source>
      <translation>Hand over tag {tag}.</translation>
    </message>
    <message>
      <source>Siap</source>
      <translation>Ready</translation>
    </message>
    <message>
      <source>Simpan berita acara</source>
      <translation>Save the statement</translation>
    </message>
    <message>
      <source>Simpan dan cetak</source>
      <translation>Save and print</translation>
    </message>
    <message>
      <source>Simpan loker</source>
      <translation>Save locker</translation>
    </message>
    <message>
      <source>Sudah beres</source>
      <translation>Mended</translation>
    </message>
    <message>
      <source>Sudah memakai loker {number}.</source>
      <translation>Has locker {number} already.</translation>
    </message>
    <message>
      <source>Sudah menitip</source>
      <translation>Has one already</translation>
    </message>
    <message>
      <source>Sudah selesai</source>
      <translation>Already ended</translation>
    </message>
    <message>
      <source>Tab: isi titipan. Esc: batal.</source>
      <translation>Tab: contents. Esc: cancel.</translation>
    </message>
    <message>
      <source>Tagihan {amount_rp} dicatat atas namanya.</source>
      <translation>A charge of {amount_rp} is on the member's bill.</translation>
    </message>
    <message>
      <source>Tambahkan</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Tanda tetap</source>
      <translation>Fixed tag</translation>
    </message>
    <message>
      <source>Tandai rusak</source>
      <translation>Out of order</translation>
    </message>
    <message>
      <source>Tanpa printer struk: tulis {tag} untuk pemilik dan untuk barangnya.</source>
      <translation>No receipt printer: write {tag} for the owner and for the things.</translation>
    </message>
    <message>
      <source>Tempat</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Tempatnya berdiri: Lobi, Lantai 2.</source>
      <translation>Where it stands: lobby, second floor.</translation>
    </message>
    <message>
      <source>Terima jaminan {deposit_rp}.</source>
      <translation>Take a deposit of {deposit_rp}.</translation>
    </message>
    <message>
      <source>Terlambat</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Terpakai</source>
      <translation>In use</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tidak ada loker kosong</source>
      <translation>No free locker</translation>
    </message>
    <message>
      <source>Tidak ada loker kosong.</source>
      <translation>No locker is free.</translation>
    </message>
    <message>
      <source>Tidak ada yang dibatalkan</source>
      <translation>Nothing to undo</translation>
    </message>
    <message>
      <source>Tidak bisa</source>
      <translation>Not possible</translation>
    </message>
    <message>
      <source>Tidak diberikan lagi sampai ditandai beres.</source>
      <translation>It is not given out until it is marked as mended.</translation>
    </message>
    <message>
      <source>Tidak diberikan sampai beres.</source>
      <translation>Not given out until mended.</translation>
    </message>
    <message>
      <source>Tidak kosong</source>
      <translation>Not free</translation>
    </message>
    <message>
      <source>Titip</source>
      <translation>Deposit</translation>
    </message>
    <message>
      <source>Titip atas nama “{name}”</source>
      <translation>Deposit in the name of “{name}”</translation>
    </message>
    <message>
      <source>Tunggu yang kembali, atau amankan yang terlambat.</source>
      <translation>Wait for one to be returned, or clear an overdue one.</translation>
    </message>
    <message>
      <source>baris {row}, kolom {column}</source>
      <translation>row {row}, column {column}</translation>
    </message>
    <message>
      <source>batal</source>
      <translation>undone</translation>
    </message>
    <message>
      <source>diamankan petugas</source>
      <translation>taken into keeping by staff</translation>
    </message>
    <message>
      <source>diambil tanpa nomor</source>
      <translation>fetched without the tag</translation>
    </message>
    <message>
      <source>dihapus dari papan</source>
      <translation>taken off the board</translation>
    </message>
    <message>
      <source>dipakai</source>
      <translation>in service</translation>
    </message>
    <message>
      <source>dua pemakai</source>
      <translation>with two users</translation>
    </message>
    <message>
      <source>kosong</source>
      <translation>free</translation>
    </message>
    <message>
      <source>loker kedua</source>
      <translation>second locker</translation>
    </message>
    <message>
      <source>masih dititip</source>
      <translation>still in keeping</translation>
    </message>
    <message>
      <source>nomor hilang</source>
      <translation>tag lost</translation>
    </message>
    <message>
      <source>rusak</source>
      <translation>out of order</translation>
    </message>
    <message>
      <source>rusak: {reason}</source>
      <translation>broken: {reason}</translation>
    </message>
    <message>
      <source>sudah beres</source>
      <translation>mended</translation>
    </message>
    <message>
      <source>sudah diambil</source>
      <translation>fetched</translation>
    </message>
    <message>
      <source>tanpa nomor pengunjung</source>
      <translation>without a visitor number</translation>
    </message>
    <message>
      <source>terlambat</source>
      <translation>overdue</translation>
    </message>
    <message>
      <source>terpakai</source>
      <translation>in use</translation>
    </message>
    <message>
      <source>{count} loker ditambahkan: {first}–{last}.</source>
      <translation>{count} {count:locker|lockers} added: {first}–{last}.</translation>
    </message>
    <message>
      <source>{count} titipan</source>
      <translation>{count} {count:deposit|deposits}</translation>
    </message>
    <message>
      <source>{hours}j {minutes}m</source>
      <translation>{hours}h {minutes}m</translation>
    </message>
    <message>
      <source>{locker} rusak?</source>
      <translation>{locker} out of order?</translation>
    </message>
    <message>
      <source>{minutes} mnt</source>
      <translation>{minutes} min</translation>
    </message>
  </context>
  <context>
    <name>MemberPanel</name>
    <message>
      <source>Catatan</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>Dipinjam</source>
      <translation>On loan</translation>
    </message>
    <message>
      <source>Pindai kartu anggota, atau ketik namanya.</source>
      <translation>Scan a member card, or type the name.</translation>
    </message>
    <message>
      <source>Sisa pinjam</source>
      <translation>Loans left</translation>
    </message>
    <message>
      <source>Terlambat</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Tunggakan</source>
      <translation>Owed</translation>
    </message>
    <message>
      <source>dari {limit}</source>
      <translation>of {limit}</translation>
    </message>
  </context>
  <context>
    <name>Members</name>
    <message>
      <source>(data dihapus)</source>
      <translation>(data erased)</translation>
    </message>
    <message>
      <source>Akhiri</source>
      <translation>End it</translation>
    </message>
    <message>
      <source>Akhiri penangguhan?</source>
      <translation>End the suspension?</translation>
    </message>
    <message>
      <source>Akhiri tangguh</source>
      <translation>End suspension</translation>
    </message>
    <message>
      <source>Alamat</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Alamat menurut identitas</source>
      <translation>Address on the identity</translation>
    </message>
    <message>
      <source>Alamat tempat tinggal</source>
      <translation>Where he or she lives</translation>
    </message>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Alasan: {reason}</source>
      <translation>Reason: {reason}</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Member</translation>
    </message>
    <message>
      <source>Anggota baru</source>
      <translation>New member</translation>
    </message>
    <message>
      <source>Anggota berikutnya</source>
      <translation>Next member</translation>
    </message>
    <message>
      <source>Anggota ini tidak ada lagi di loket ini.</source>
      <translation>This member is no longer at this counter.</translation>
    </message>
    <message>
      <source>Bandingkan. Satu orang hanya boleh tercatat satu kali.</source>
      <translation>Compare. One person may be on record only once.</translation>
    </message>
    <message>
      <source>Barang di loker {number} belum diambil</source>
      <translation>Things in locker {number} not fetched yet</translation>
    </message>
    <message>
      <source>Batalkan penggabungan?</source>
      <translation>Undo the merge?</translation>
    </message>
    <message>
      <source>Bebas pustaka</source>
      <translation>Clearance</translation>
    </message>
    <message>
      <source>Bebas pustaka tercatat.</source>
      <translation>The clearance is on record.</translation>
    </message>
    <message>
      <source>Bebas pustaka, surat {letter_no}</source>
      <translation>Cleared, letter {letter_no}</translation>
    </message>
    <message>
      <source>Belum ada anggota. Daftarkan yang pertama, atau ambil data dari sistem lama.</source>
      <translation>No members yet. Register the first one, or fetch the data of the old system.</translation>
    </message>
    <message>
      <source>Belum ada riwayat.</source>
      <translation>Nothing on record yet.</translation>
    </message>
    <message>
      <source>Belum ada yang bisa dicetak: calon anggota belum bernomor.</source>
      <translation>Nothing to print yet: applicants have no number.</translation>
    </message>
    <message>
      <source>Belum dibayar</source>
      <translation>Not paid yet</translation>
    </message>
    <message>
      <source>Belum dibayar: {kind} {amount_rp}</source>
      <translation>Not paid yet: {kind} {amount_rp}</translation>
    </message>
    <message>
      <source>Belum dicetak</source>
      <translation>Not printed</translation>
    </message>
    <message>
      <source>Belum disimpan. Ctrl+Enter menyimpan; Esc sekali lagi meninggalkannya.</source>
      <translation>Not saved. Ctrl+Enter saves; Esc once more leaves it.</translation>
    </message>
    <message>
      <source>Belum disimpan. Esc sekali lagi ke daftar; isiannya menunggu di Ctrl+N.</source>
      <translation>Not saved. Esc once more goes to the list; the form waits at Ctrl+N.</translation>
    </message>
    <message>
      <source>Berakhir</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>Berikutnya ({number} dari {count})</source>
      <translation>Next ({number} of {count})</translation>
    </message>
    <message>
      <source>Berlaku s.d.</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>Boleh kosong; diisi tangan nanti.</source>
      <translation>May stay empty; written by hand later.</translation>
    </message>
    <message>
      <source>Buang, mulai kosong</source>
      <translation>Discard, start empty</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Buka datanya</source>
      <translation>Open the record</translation>
    </message>
    <message>
      <source>Buka yang sudah ada</source>
      <translation>Open the existing one</translation>
    </message>
    <message>
      <source>Buku sedang difotokopi di luar, slip {number}</source>
      <translation>Books are out to be copied, slip {number}</translation>
    </message>
    <message>
      <source>Calon anggota</source>
      <translation>Applicants</translation>
    </message>
    <message>
      <source>Calon anggota ({waiting})</source>
      <translation>Applicants ({waiting})</translation>
    </message>
    <message>
      <source>Calon anggota, formulir {number}.</source>
      <translation>Applicant, form {number}.</translation>
    </message>
    <message>
      <source>Calon anggota: {name}</source>
      <translation>Applicant: {name}</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Catatan cetak</source>
      <translation>Print log</translation>
    </message>
    <message>
      <source>Catatan ini</source>
      <translation>This record</translation>
    </message>
    <message>
      <source>Catatan itu berdiri sendiri lagi, dengan pinjaman dan tagihan yang dibawanya.</source>
      <translation>That record stands by itself again, with the loans and charges it brought.</translation>
    </message>
    <message>
      <source>Catatan yang ditemukan</source>
      <translation>Records found</translation>
    </message>
    <message>
      <source>Catatan yang lain</source>
      <translation>The other record</translation>
    </message>
    <message>
      <source>Catatan yang lain: nama, nomor, atau telepon</source>
      <translation>The other record: name, number or phone</translation>
    </message>
    <message>
      <source>Catatan {member_no} digabungkan ke anggota {into}</source>
      <translation>Record {member_no} merged into member {into}</translation>
    </message>
    <message>
      <source>Cetak kartu</source>
      <translation>Print card</translation>
    </message>
    <message>
      <source>Cetak kartu semua ini</source>
      <translation>Print cards of all these</translation>
    </message>
    <message>
      <source>Cetak ulang kartu?</source>
      <translation>Print the card again?</translation>
    </message>
    <message>
      <source>Cocokkan dengan formulir yang sudah disahkan, lalu Ctrl+Enter menerimanya.</source>
      <translation>Compare with the endorsed form, then Ctrl+Enter accepts.</translation>
    </message>
    <message>
      <source>Ctrl+D membandingkan berdampingan.</source>
      <translation>Ctrl+D compares side by side.</translation>
    </message>
    <message>
      <source>Daftar anggota</source>
      <translation>List of members</translation>
    </message>
    <message>
      <source>Daftarkan</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Dasar</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Data diubah: {fields}</source>
      <translation>Data changed: {fields}</translation>
    </message>
    <message>
      <source>Data pribadi dihapus dari {count} catatan.</source>
      <translation>Personal data erased from {count} {count:record|records}.</translation>
    </message>
    <message>
      <source>Data pribadi dihapus: {reason}</source>
      <translation>Personal data erased: {reason}</translation>
    </message>
    <message>
      <source>Data pribadi keluar dari Loket; nama Anda dan alasannya tercatat (UU 27/2022).</source>
      <translation>Personal data leave Loket; your name and the reason are recorded (Law 27/2022).</translation>
    </message>
    <message>
      <source>Data pribadinya dihapus.</source>
      <translation>The personal data were erased.</translation>
    </message>
    <message>
      <source>Data {name} disimpan.</source>
      <translation>The data of {name} are saved.</translation>
    </message>
    <message>
      <source>Denda berjalan {barcode}, {title}: {amount_rp}</source>
      <translation>Fine so far {barcode}, {title}: {amount_rp}</translation>
    </message>
    <message>
      <source>Dibayar</source>
      <translation>Paid</translation>
    </message>
    <message>
      <source>Dibebaskan</source>
      <translation>Let off</translation>
    </message>
    <message>
      <source>Digabungkan ke {name}, {number}.</source>
      <translation>Merged into {name}, {number}.</translation>
    </message>
    <message>
      <source>Digabungkan. {name}, {number}, tetap berlaku.</source>
      <translation>Merged. {name}, {number}, stays.</translation>
    </message>
    <message>
      <source>Diperpanjang</source>
      <translation>Renewed</translation>
    </message>
    <message>
      <source>Disahkan oleh</source>
      <translation>Endorsed by</translation>
    </message>
    <message>
      <source>Ditangguhkan s.d. {until}: {reason}</source>
      <translation>Suspended until {until}: {reason}</translation>
    </message>
    <message>
      <source>Diterima dengan nomor {member_no}</source>
      <translation>Accepted with number {member_no}</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Ekspor anggota</source>
      <translation>Export members</translation>
    </message>
    <message>
      <source>Ekspor {count} anggota?</source>
      <translation>Export {count} {count:member|members}?</translation>
    </message>
    <message>
      <source>Ekspor …</source>
      <translation>Export …</translation>
    </message>
    <message>
      <source>Enter ke isian wajib berikutnya, Tab ke isian berikutnya, Ctrl+Enter menyimpan.</source>
      <translation>Enter goes to the next required field, Tab to the next field, Ctrl+Enter saves.</translation>
    </message>
    <message>
      <source>Formulir</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Formulir anggota</source>
      <translation>Member form</translation>
    </message>
    <message>
      <source>Foto</source>
      <translation>Photo</translation>
    </message>
    <message>
      <source>Foto disimpan.</source>
      <translation>Photo saved.</translation>
    </message>
    <message>
      <source>Foto {name}</source>
      <translation>Photo of {name}</translation>
    </message>
    <message>
      <source>Gabungkan</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gabungkan dengan catatan lain</source>
      <translation>Merge with another record</translation>
    </message>
    <message>
      <source>Ganti kartu</source>
      <translation>Replace card</translation>
    </message>
    <message>
      <source>Ganti kartu?</source>
      <translation>Replace the card?</translation>
    </message>
    <message>
      <source>Habis bulan ini</source>
      <translation>Ends this month</translation>
    </message>
    <message>
      <source>Hak pinjam ditangguhkan s.d. {until}.</source>
      <translation>Borrowing is suspended until {until}.</translation>
    </message>
    <message>
      <source>Hapus data</source>
      <translation>Erase data</translation>
    </message>
    <message>
      <source>Hapus data pribadi {name}?</source>
      <translation>Erase the personal data of {name}?</translation>
    </message>
    <message>
      <source>Hapus selamanya</source>
      <translation>Erase for good</translation>
    </message>
    <message>
      <source>Hari ini {count} dilayani, median {median} dari {standard} menit standar</source>
      <translation>{count} served today, median {median} of the standard {standard} minutes</translation>
    </message>
    <message>
      <source>Hubungan</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>Identitas dan data diri</source>
      <translation>Identity and person</translation>
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation>Fill this in first.</translation>
    </message>
    <message>
      <source>Jalan, nomor, RT/RW</source>
      <translation>Street, number, RT/RW</translation>
    </message>
    <message>
      <source>Jatuh tempo</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member type</translation>
    </message>
    <message>
      <source>Jenis identitas</source>
      <translation>Identity paper</translation>
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Kabupaten/kota</source>
      <translation>Regency/city</translation>
    </message>
    <message>
      <source>Kartu</source>
      <translation>Card</translation>
    </message>
    <message>
      <source>Kartu lamanya</source>
      <translation>The old card is</translation>
    </message>
    <message>
      <source>Kartu yang pernah diterbitkan</source>
      <translation>Cards issued so far</translation>
    </message>
    <message>
      <source>Kartu {code} dicetak: {reason}</source>
      <translation>Card {code} printed: {reason}</translation>
    </message>
    <message>
      <source>Kartu {code} diterbitkan</source>
      <translation>Card {code} issued</translation>
    </message>
    <message>
      <source>Kartu {code} menggantikan {old}; kartunya masuk antrean cetak.</source>
      <translation>Card {code} replaces {old}; it is in the print queue.</translation>
    </message>
    <message>
      <source>Kartu {code} milik {name} tidak membuka apa pun lagi; kartu barunya berkode lain.</source>
      <translation>Card {code} of {name} will open nothing any more; the new card has another code.</translation>
    </message>
    <message>
      <source>Kartu {code} tidak berlaku lagi: {end}</source>
      <translation>Card {code} no longer counts: {end}</translation>
    </message>
    <message>
      <source>Kartu {name} sudah dicetak {count} kali.</source>
      <translation>The card of {name} was printed {count} {count:time|times}.</translation>
    </message>
    <message>
      <source>Kartu, sisi belakang</source>
      <translation>Card, back</translation>
    </message>
    <message>
      <source>Kartu, sisi depan</source>
      <translation>Card, front</translation>
    </message>
    <message>
      <source>Kartunya belum pernah dicetak.</source>
      <translation>The card was never printed.</translation>
    </message>
    <message>
      <source>Kartunya masih dititipkan di ruang internet</source>
      <translation>The card still lies at the internet room's desk</translation>
    </message>
    <message>
      <source>Kartunya sudah ada di antrean cetak.</source>
      <translation>The card is in the print queue already.</translation>
    </message>
    <message>
      <source>Ke antrean cetak</source>
      <translation>To the print queue</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keadaan darurat</source>
      <translation>Emergency</translation>
    </message>
    <message>
      <source>Keanggotaan</source>
      <translation>Membership</translation>
    </message>
    <message>
      <source>Keanggotaan diperpanjang, {until}</source>
      <translation>Membership renewed, {until}</translation>
    </message>
    <message>
      <source>Keanggotaannya berakhir dengan surat ini</source>
      <translation>The membership ends with this letter</translation>
    </message>
    <message>
      <source>Kecamatan</source>
      <translation>District</translation>
    </message>
    <message>
      <source>Kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Kelas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Kelurahan/desa</source>
      <translation>Village</translation>
    </message>
    <message>
      <source>Kembali ke daftar</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>Kembali ke isian</source>
      <translation>Back to the form</translation>
    </message>
    <message>
      <source>Ketik nomornya: {number}</source>
      <translation>Type the number: {number}</translation>
    </message>
    <message>
      <source>Kode</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Kode pos</source>
      <translation>Postcode</translation>
    </message>
    <message>
      <source>Kontak</source>
      <translation>Contact</translation>
    </message>
    <message>
      <source>Lahir</source>
      <translation>Born</translation>
    </message>
    <message>
      <source>Laki-laki</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Lihat nomor</source>
      <translation>Show number</translation>
    </message>
    <message>
      <source>Lihat nomor identitas?</source>
      <translation>Show the identity number?</translation>
    </message>
    <message>
      <source>Loket</source>
      <translation>Counter</translation>
    </message>
    <message>
      <source>Masih di ruang internet, komputer {number}</source>
      <translation>Still in the internet room, computer {number}</translation>
    </message>
    <message>
      <source>Masih ditangguhkan s.d. {until}</source>
      <translation>Still suspended until {until}</translation>
    </message>
    <message>
      <source>Masih kartu pertama, bernomor anggota.</source>
      <translation>Still the first card, with the member number.</translation>
    </message>
    <message>
      <source>Masih perlu: {fields}.</source>
      <translation>Still needed: {fields}.</translation>
    </message>
    <message>
      <source>Melanjutkan isian yang belum disimpan: {name}.</source>
      <translation>Going on with the form not saved yet: {name}.</translation>
    </message>
    <message>
      <source>Mendaftar</source>
      <translation>Applied</translation>
    </message>
    <message>
      <source>Mengisi pendaftaran sebagai calon anggota</source>
      <translation>Applied for membership</translation>
    </message>
    <message>
      <source>Menjadi anggota lagi, dengan nomor dan kartu yang lama.</source>
      <translation>A member again, with the old number and card.</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama Anda dan alasannya tercatat (UU 27/2022).</source>
      <translation>Your name and the reason are recorded (Law 27/2022).</translation>
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Nama orang tua/wali</source>
      <translation>Parent or guardian</translation>
    </message>
    <message>
      <source>Nama yang dihubungi</source>
      <translation>Person to call</translation>
    </message>
    <message>
      <source>Nama, alamat, foto, dan nomor identitasnya hilang untuk selamanya, juga di loket lain. Riwayat pinjaman tetap dihitung tanpa nama. Ini tidak dapat dibatalkan.</source>
      <translation>Name, address, photo and identity number are gone for good, at other counters too. Past loans stay counted, without a name. This cannot be undone.</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Nomor anggota</source>
      <translation>Member number</translation>
    </message>
    <message>
      <source>Nomor formulir</source>
      <translation>Form number</translation>
    </message>
    <message>
      <source>Nomor identitas</source>
      <translation>Identity number</translation>
    </message>
    <message>
      <source>Nomor identitas dilihat: {reason}</source>
      <translation>Identity number looked at: {reason}</translation>
    </message>
    <message>
      <source>Nomor identitasnya tidak tercatat.</source>
      <translation>No identity number is on record.</translation>
    </message>
    <message>
      <source>Nomor surat</source>
      <translation>Letter number</translation>
    </message>
    <message>
      <source>Nomor tampil 30 detik; siapa yang melihat dan alasannya tercatat.</source>
      <translation>The number shows for 30 seconds; who looked and why is recorded.</translation>
    </message>
    <message>
      <source>Orang lain: lanjutkan</source>
      <translation>Somebody else: go on</translation>
    </message>
    <message>
      <source>Orang lain: tetap daftarkan</source>
      <translation>Somebody else: register</translation>
    </message>
    <message>
      <source>Orang tua atau wali</source>
      <translation>Parent or guardian</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>Pemohon dapat mendaftar lagi. Alasannya tersimpan.</source>
      <translation>The applicant may apply again. The reason is kept.</translation>
    </message>
    <message>
      <source>Penangguhan diakhiri: {reason}</source>
      <translation>Suspension ended: {reason}</translation>
    </message>
    <message>
      <source>Penangguhan diakhiri; boleh meminjam lagi.</source>
      <translation>Suspension ended; borrowing is allowed again.</translation>
    </message>
    <message>
      <source>Pendaftaran ditolak: {reason}</source>
      <translation>Application declined: {reason}</translation>
    </message>
    <message>
      <source>Pendaftaran ditolak; alasannya tercatat.</source>
      <translation>Application declined; the reason is recorded.</translation>
    </message>
    <message>
      <source>Pendaftaran {name} belum selesai.</source>
      <translation>The registration of {name} is not finished.</translation>
    </message>
    <message>
      <source>Pendidikan</source>
      <translation>Education</translation>
    </message>
    <message>
      <source>Penggabungan dibatalkan: {reason}</source>
      <translation>Merge undone: {reason}</translation>
    </message>
    <message>
      <source>Perempuan</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Periksa dengan formulir yang sudah disahkan.</source>
      <translation>Check against the endorsed form.</translation>
    </message>
    <message>
      <source>Peristiwa</source>
      <translation>What happened</translation>
    </message>
    <message>
      <source>Perpanjang</source>
      <translation>Renew</translation>
    </message>
    <message>
      <source>Perpanjang: {name}</source>
      <translation>Renew: {name}</translation>
    </message>
    <message>
      <source>Persetujuan</source>
      <translation>Consent</translation>
    </message>
    <message>
      <source>Persetujuan foto</source>
      <translation>Consent to the photo</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Operator</translation>
    </message>
    <message>
      <source>Pilih berkas …</source>
      <translation>Choose a file …</translation>
    </message>
    <message>
      <source>Pindai kartu, atau ketik nama, nomor, telepon …</source>
      <translation>Scan a card, or type a name, number, phone …</translation>
    </message>
    <message>
      <source>Pinjaman dan tagihan</source>
      <translation>Loans and charges</translation>
    </message>
    <message>
      <source>Pinjaman {barcode}, {title}, jatuh tempo {due_on}</source>
      <translation>Loan {barcode}, {title}, due {due_on}</translation>
    </message>
    <message>
      <source>Pinjamkan</source>
      <translation>Lend</translation>
    </message>
    <message>
      <source>Pisahkan lagi</source>
      <translation>Separate again</translation>
    </message>
    <message>
      <source>Provinsi</source>
      <translation>Province</translation>
    </message>
    <message>
      <source>RT, sekolah, kantor …</source>
      <translation>School, office …</translation>
    </message>
    <message>
      <source>Riwayat</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Sampai dengan</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>Satu orang tercatat dua kali? Pinjaman dan tagihan keduanya berkumpul pada satu catatan.</source>
      <translation>One person on record twice? The loans and charges of both come together in one record.</translation>
    </message>
    <message>
      <source>Sedang dipinjam</source>
      <translation>On loan</translation>
    </message>
    <message>
      <source>Sejak</source>
      <translation>Since</translation>
    </message>
    <message>
      <source>Sekolah atau pekerjaan</source>
      <translation>School or work</translation>
    </message>
    <message>
      <source>Sekolah, kelas</source>
      <translation>School, class</translation>
    </message>
    <message>
      <source>Sekolah/instansi</source>
      <translation>School/institution</translation>
    </message>
    <message>
      <source>Selesai dalam {time}.</source>
      <translation>Done in {time}.</translation>
    </message>
    <message>
      <source>Semua anggota</source>
      <translation>All members</translation>
    </message>
    <message>
      <source>Semua jenis</source>
      <translation>All types</translation>
    </message>
    <message>
      <source>Semua keadaan</source>
      <translation>All states</translation>
    </message>
    <message>
      <source>Semua kelas</source>
      <translation>All classes</translation>
    </message>
    <message>
      <source>Semua sekolah</source>
      <translation>All schools</translation>
    </message>
    <message>
      <source>Seperti 17-8-2010.</source>
      <translation>Like 17-8-2010.</translation>
    </message>
    <message>
      <source>Seperti 17-8-2030.</source>
      <translation>Like 17-8-2030.</translation>
    </message>
    <message>
      <source>Serahkan layar</source>
      <translation>Hand over screen</translation>
    </message>
    <message>
      <source>Setuju data dipakai seperti di atas</source>
      <translation>Agrees to this use of the data</translation>
    </message>
    <message>
      <source>Setuju datanya dipakai</source>
      <translation>Agreed to the use of the data</translation>
    </message>
    <message>
      <source>Setuju difoto untuk kartu</source>
      <translation>Agrees to a photo for the card</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Simpan surat bebas pustaka</source>
      <translation>Save the clearance letter</translation>
    </message>
    <message>
      <source>Simpanan dari {kind} {amount_rp}: kembalikan dahulu di Denda &amp; Kas (F6)</source>
      <translation>Credit from {kind} {amount_rp}: give it back first at Fines &amp; Cash (F6)</translation>
    </message>
    <message>
      <source>Sisa</source>
      <translation>Left to pay</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Sudah ada?</source>
      <translation>Already here?</translation>
    </message>
    <message>
      <source>Sudah terdaftar: {by}</source>
      <translation>Registered already: {by}</translation>
    </message>
    <message>
      <source>Surat bebas pustaka</source>
      <translation>Clearance letter</translation>
    </message>
    <message>
      <source>Surat tersimpan di {path}.</source>
      <translation>Letter saved to {path}.</translation>
    </message>
    <message>
      <source>Tagihan</source>
      <translation>Charge</translation>
    </message>
    <message>
      <source>Tagihan {kind} {amount_rp}</source>
      <translation>Charge {kind} {amount_rp}</translation>
    </message>
    <message>
      <source>Tampilkan</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanggal lahir</source>
      <translation>Date of birth</translation>
    </message>
    <message>
      <source>Tanggal pengesahan</source>
      <translation>Endorsed on</translation>
    </message>
    <message>
      <source>Tanggalnya</source>
      <translation>On</translation>
    </message>
    <message>
      <source>Tangguhkan</source>
      <translation>Suspend</translation>
    </message>
    <message>
      <source>Tangguhkan hak pinjam?</source>
      <translation>Suspend borrowing?</translation>
    </message>
    <message>
      <source>Tanpa foto</source>
      <translation>No photo</translation>
    </message>
    <message>
      <source>Tanyakan apakah datanya masih benar, lalu Ctrl+Enter memperpanjang.</source>
      <translation>Ask whether the data still hold, then Ctrl+Enter renews.</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Telepon/HP</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Telepon/HP darurat</source>
      <translation>Emergency phone</translation>
    </message>
    <message>
      <source>Telepon/HP wali</source>
      <translation>Guardian's phone</translation>
    </message>
    <message>
      <source>Tempat lahir</source>
      <translation>Place of birth</translation>
    </message>
    <message>
      <source>Terbit</source>
      <translation>Issued</translation>
    </message>
    <message>
      <source>Terbitkan surat</source>
      <translation>Issue the letter</translation>
    </message>
    <message>
      <source>Terdaftar</source>
      <translation>Registered</translation>
    </message>
    <message>
      <source>Terdaftar dengan nomor {member_no}</source>
      <translation>Registered with number {member_no}</translation>
    </message>
    <message>
      <source>Terdaftar sejak</source>
      <translation>Registered since</translation>
    </message>
    <message>
      <source>Terima</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>Terima kembali</source>
      <translation>Readmit</translation>
    </message>
    <message>
      <source>Terima uang</source>
      <translation>Take money</translation>
    </message>
    <message>
      <source>Tgl. lahir</source>
      <translation>Born on</translation>
    </message>
    <message>
      <source>Tidak ada anggota yang cocok.</source>
      <translation>No member fits.</translation>
    </message>
    <message>
      <source>Tidak ada calon anggota yang menunggu.</source>
      <translation>No applicant is waiting.</translation>
    </message>
    <message>
      <source>Tidak ada pinjaman.</source>
      <translation>No loans.</translation>
    </message>
    <message>
      <source>Tidak ada tagihan.</source>
      <translation>No charges.</translation>
    </message>
    <message>
      <source>Tidak ada yang cocok.</source>
      <translation>Nothing fits.</translation>
    </message>
    <message>
      <source>Tinggal di alamat itu</source>
      <translation>Lives at that address</translation>
    </message>
    <message>
      <source>Titipan</source>
      <translation>Credit</translation>
    </message>
    <message>
      <source>Tolak</source>
      <translation>Decline</translation>
    </message>
    <message>
      <source>Tolak pendaftaran?</source>
      <translation>Decline the application?</translation>
    </message>
    <message>
      <source>Ubah data</source>
      <translation>Change data</translation>
    </message>
    <message>
      <source>Ubah data: {name}</source>
      <translation>Change data: {name}</translation>
    </message>
    <message>
      <source>Yang sedang diisi</source>
      <translation>Being filled in</translation>
    </message>
    <message>
      <source>Yang tetap berlaku</source>
      <translation>Which one stays</translation>
    </message>
    <message>
      <source>aktif</source>
      <translation>active</translation>
    </message>
    <message>
      <source>anggota baru</source>
      <translation>new member</translation>
    </message>
    <message>
      <source>belum dicetak</source>
      <translation>not printed</translation>
    </message>
    <message>
      <source>berlaku</source>
      <translation>valid</translation>
    </message>
    <message>
      <source>berlaku seterusnya</source>
      <translation>valid for life</translation>
    </message>
    <message>
      <source>calon</source>
      <translation>applicant</translation>
    </message>
    <message>
      <source>data berubah</source>
      <translation>data changed</translation>
    </message>
    <message>
      <source>data pribadi</source>
      <translation>personal data</translation>
    </message>
    <message>
      <source>diganti</source>
      <translation>replaced</translation>
    </message>
    <message>
      <source>ditangguhkan</source>
      <translation>suspended</translation>
    </message>
    <message>
      <source>ditangguhkan s.d. {until}</source>
      <translation>suspended until {until}</translation>
    </message>
    <message>
      <source>hasil cetak salah</source>
      <translation>misprint</translation>
    </message>
    <message>
      <source>hilang</source>
      <translation>lost</translation>
    </message>
    <message>
      <source>kartu diperpanjang</source>
      <translation>card renewed</translation>
    </message>
    <message>
      <source>kartu hilang</source>
      <translation>card lost</translation>
    </message>
    <message>
      <source>kartu pertama</source>
      <translation>first card</translation>
    </message>
    <message>
      <source>kartu rusak</source>
      <translation>card damaged</translation>
    </message>
    <message>
      <source>kedaluwarsa</source>
      <translation>expired</translation>
    </message>
    <message>
      <source>keluar</source>
      <translation>left</translation>
    </message>
    <message>
      <source>nama dan tanggal lahir sama</source>
      <translation>same name and birth date</translation>
    </message>
    <message>
      <source>nomor identitas sama</source>
      <translation>same identity number</translation>
    </message>
    <message>
      <source>otomatis</source>
      <translation>automatic</translation>
    </message>
    <message>
      <source>rusak</source>
      <translation>damaged</translation>
    </message>
    <message>
      <source>s.d. {valid_until}</source>
      <translation>until {valid_until}</translation>
    </message>
    <message>
      <source>seterusnya</source>
      <translation>for life</translation>
    </message>
    <message>
      <source>tanpa foto</source>
      <translation>no photo</translation>
    </message>
    <message>
      <source>telepon sama</source>
      <translation>same phone</translation>
    </message>
    <message>
      <source>tercetak</source>
      <translation>printed</translation>
    </message>
    <message>
      <source>{count} anggota</source>
      <translation>{count} {count:member|members}</translation>
    </message>
    <message>
      <source>{count} anggota tersimpan di {path}.</source>
      <translation>{count} {count:member|members} saved to {path}.</translation>
    </message>
    <message>
      <source>{count} isian belum benar; kalimatnya di bawah isian.</source>
      <translation>{count} {count:field needs|fields need} a change; see below each.</translation>
    </message>
    <message>
      <source>{count} kartu masuk antrean cetak.</source>
      <translation>{count} {count:card|cards} added to the print queue.</translation>
    </message>
    <message>
      <source>{found} anggota</source>
      <translation>{found} {found:member|members}</translation>
    </message>
    <message>
      <source>{minutes} menit</source>
      <translation>{minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
      <source>{minutes} menit {seconds} detik</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{name} belum bebas pustaka. Selesaikan dahulu:</source>
      <translation>{name} is not clear yet. Settle first:</translation>
    </message>
    <message>
      <source>{name} tidak punya pinjaman maupun tagihan. Surat dicatat pada namanya.</source>
      <translation>{name} has neither loans nor charges. The letter is noted on the record.</translation>
    </message>
    <message>
      <source>{name}, {number}, berdiri sendiri lagi.</source>
      <translation>{name}, {number}, stands by itself again.</translation>
    </message>
    <message>
      <source>{number} tetap berlaku</source>
      <translation>{number} stays</translation>
    </message>
    <message>
      <source>{seconds} detik</source>
      <translation>{seconds} {seconds:second|seconds}</translation>
    </message>
  </context>
  <context>
    <name>Officials</name>
    <message>
      <source>18 angka, atau kosong.</source>
      <translation>18 digits, or empty.</translation>
    </message>
    <message>
      <source>Belum ada pejabat; nama di bawah tanda tangan ditulis tangan.</source>
      <translation>No officials yet; names under signatures are written by hand.</translation>
    </message>
    <message>
      <source>Bendahara penerimaan</source>
      <translation>Treasurer of receipts</translation>
    </message>
    <message>
      <source>Di kanan bawah rekap bila tidak ada kepala seksi.</source>
      <translation>At the lower right of the recap where there is no section head.</translation>
    </message>
    <message>
      <source>Di kanan bawah rekap.</source>
      <translation>At the lower right of the recap.</translation>
    </message>
    <message>
      <source>Di kiri bawah setiap laporan, dan pada surat keterangan.</source>
      <translation>At the lower left of every report, and on certificates.</translation>
    </message>
    <message>
      <source>Dihapus dari daftar. Rekap yang sudah ditutup tetap.</source>
      <translation>Deleted from the list. Recaps already closed stay.</translation>
    </message>
    <message>
      <source>Hapus, salah masuk</source>
      <translation>Delete, entered by mistake</translation>
    </message>
    <message>
      <source>Jabatan</source>
      <translation>Office</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Kedudukan</source>
      <translation>Office</translation>
    </message>
    <message>
      <source>Kepala perpustakaan</source>
      <translation>Head of the library</translation>
    </message>
    <message>
      <source>Kepala seksi layanan</source>
      <translation>Head of the service section</translation>
    </message>
    <message>
      <source>Masa</source>
      <translation>Term</translation>
    </message>
    <message>
      <source>Mulai</source>
      <translation>From</translation>
    </message>
    <message>
      <source>NIP</source>
      <translation>NIP</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama dan gelar</source>
      <translation>Name and degrees</translation>
    </message>
    <message>
      <source>Nama jabatan</source>
      <translation>Title of the office</translation>
    </message>
    <message>
      <source>Pada kuitansi, STS, dan buku kas.</source>
      <translation>On receipts, deposit slips and cash books.</translation>
    </message>
    <message>
      <source>Pangkat, golongan</source>
      <translation>Rank, grade</translation>
    </message>
    <message>
      <source>Pejabat baru</source>
      <translation>New official</translation>
    </message>
    <message>
      <source>Pejabat lain …</source>
      <translation>Another official …</translation>
    </message>
    <message>
      <source>Pejabat tetap</source>
      <translation>Regular holder</translation>
    </message>
    <message>
      <source>Pejabat yang menandatangani</source>
      <translation>Officials who sign</translation>
    </message>
    <message>
      <source>Pembuat laporan</source>
      <translation>Maker of reports</translation>
    </message>
    <message>
      <source>Plh. (pelaksana harian)</source>
      <translation>Plh. (day-to-day)</translation>
    </message>
    <message>
      <source>Plt. (pelaksana tugas)</source>
      <translation>Plt. (acting)</translation>
    </message>
    <message>
      <source>Sampai</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>Sebagai</source>
      <translation>As</translation>
    </message>
    <message>
      <source>Seperti tertulis di atas tanda tangan.</source>
      <translation>As written above the signature.</translation>
    </message>
    <message>
      <source>Simpan pejabat</source>
      <translation>Save official</translation>
    </message>
    <message>
      <source>belum mulai</source>
      <translation>not begun</translation>
    </message>
    <message>
      <source>digantikan</source>
      <translation>replaced</translation>
    </message>
    <message>
      <source>menandatangani</source>
      <translation>signs</translation>
    </message>
    <message>
      <source>sampai diganti</source>
      <translation>until replaced</translation>
    </message>
    <message>
      <source>sampai {last}</source>
      <translation>until {last}</translation>
    </message>
    <message>
      <source>sejak dahulu</source>
      <translation>since ever</translation>
    </message>
    <message>
      <source>sejak {first}</source>
      <translation>since {first}</translation>
    </message>
    <message>
      <source>seterusnya</source>
      <translation>until further notice</translation>
    </message>
    <message>
      <source>sudah selesai</source>
      <translation>over</translation>
    </message>
    <message>
      <source>{first} s.d. {last}</source>
      <translation>{first} to {last}</translation>
    </message>
    <message>
      <source>{name} disimpan. Tertulis pada laporan dan surat berikutnya.</source>
      <translation>{name} saved. Stands on the next reports and letters.</translation>
    </message>
  </context>
  <context>
    <name>Overdue</name>
    <message>
      <source>1–7 hari</source>
      <translation>1–7 days</translation>
    </message>
    <message>
      <source>31–90 hari</source>
      <translation>31–90 days</translation>
    </message>
    <message>
      <source>8–30 hari</source>
      <translation>8–30 days</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Batalkan catatan</source>
      <translation>Cancel note</translation>
    </message>
    <message>
      <source>Belum pernah diingatkan.</source>
      <translation>Never reminded yet.</translation>
    </message>
    <message>
      <source>Berikutnya</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Buku anggota ini</source>
      <translation>This member's books</translation>
    </message>
    <message>
      <source>Buku terlambat</source>
      <translation>Overdue books</translation>
    </message>
    <message>
      <source>Buku {name} sudah tidak ada yang terlambat.</source>
      <translation>None of {name}’s books is overdue any more.</translation>
    </message>
    <message>
      <source>Cara</source>
      <translation>How</translation>
    </message>
    <message>
      <source>Cari nama atau nomor anggota</source>
      <translation>Find a member by name or number</translation>
    </message>
    <message>
      <source>Catatan pengingat dibatalkan.</source>
      <translation>The note of the reminder is cancelled.</translation>
    </message>
    <message>
      <source>Daftar PDF</source>
      <translation>List as PDF</translation>
    </message>
    <message>
      <source>Daftar XLSX</source>
      <translation>List as XLSX</translation>
    </message>
    <message>
      <source>Daftar dibagi menurut</source>
      <translation>List divided by</translation>
    </message>
    <message>
      <source>Daftar yang mana</source>
      <translation>Which list</translation>
    </message>
    <message>
      <source>Denda</source>
      <translation>Fine</translation>
    </message>
    <message>
      <source>Dicatat: {name} diingatkan, ke-{step}.</source>
      <translation>Noted: {name} was reminded, no. {step}.</translation>
    </message>
    <message>
      <source>Diingatkan</source>
      <translation>Reminded</translation>
    </message>
    <message>
      <source>Hari terlambat</source>
      <translation>Days late</translation>
    </message>
    <message>
      <source>Jatuh tempo</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member type</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Ke-{step}</source>
      <translation>No. {step}</translation>
    </message>
    <message>
      <source>Kecamatan</source>
      <translation>District</translation>
    </message>
    <message>
      <source>Kelas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Kelas/instansi</source>
      <translation>Class/institution</translation>
    </message>
    <message>
      <source>Lebih dari 90 hari</source>
      <translation>More than 90 days</translation>
    </message>
    <message>
      <source>Menulis {count} surat …</source>
      <translation>Writing {count} {count:letter|letters} …</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama atau nomor …</source>
      <translation>Name or number …</translation>
    </message>
    <message>
      <source>Oleh</source>
      <translation>By</translation>
    </message>
    <message>
      <source>Per kecamatan</source>
      <translation>By district</translation>
    </message>
    <message>
      <source>Per sekolah/kelas</source>
      <translation>By school/class</translation>
    </message>
    <message>
      <source>Perlu diingatkan</source>
      <translation>To be reminded</translation>
    </message>
    <message>
      <source>Pesan sudah dikirim</source>
      <translation>Message was sent</translation>
    </message>
    <message>
      <source>Pesan untuk {name} disalin. Sesudah terkirim, tekan Ctrl+D.</source>
      <translation>Message for {name} copied. Once it is sent, press Ctrl+D.</translation>
    </message>
    <message>
      <source>Pesan untuk {name} disalin; tempel di WhatsApp.</source>
      <translation>Message for {name} copied; paste it into WhatsApp.</translation>
    </message>
    <message>
      <source>Pilih seorang anggota di daftar.</source>
      <translation>Choose a member in the list.</translation>
    </message>
    <message>
      <source>Riwayat pengingat</source>
      <translation>Reminders so far</translation>
    </message>
    <message>
      <source>Salin pesan</source>
      <translation>Copy message</translation>
    </message>
    <message>
      <source>Satu daftar</source>
      <translation>One list</translation>
    </message>
    <message>
      <source>Segera jatuh tempo</source>
      <translation>Due soon</translation>
    </message>
    <message>
      <source>Sekolah</source>
      <translation>School</translation>
    </message>
    <message>
      <source>Sekolah/instansi</source>
      <translation>School/institution</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save file</translation>
    </message>
    <message>
      <source>Sudah ditelepon</source>
      <translation>Was called</translation>
    </message>
    <message>
      <source>Surat</source>
      <translation>Letter</translation>
    </message>
    <message>
      <source>Surat pengingat {day}</source>
      <translation>Reminder letters {day}</translation>
    </message>
    <message>
      <source>Surat sekali lagi</source>
      <translation>Letter once more</translation>
    </message>
    <message>
      <source>Surat untuk yang perlu</source>
      <translation>Letters to all due</translation>
    </message>
    <message>
      <source>Surat {name}</source>
      <translation>Letter {name}</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Terlambat</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Tidak ada buku yang segera jatuh tempo.</source>
      <translation>No book is due soon.</translation>
    </message>
    <message>
      <source>Tidak ada buku yang terlambat.</source>
      <translation>No book is overdue.</translation>
    </message>
    <message>
      <source>Tidak ada lagi buku yang terlambat; tidak ada surat yang ditulis.</source>
      <translation>No book is overdue any more; no letter was written.</translation>
    </message>
    <message>
      <source>Tidak ada yang cocok dengan pilihan ini.</source>
      <translation>Nothing fits this choice.</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>WhatsApp dibuka. Sesudah pesan terkirim, tekan Ctrl+D.</source>
      <translation>WhatsApp is open. Once the message is sent, press Ctrl+D.</translation>
    </message>
    <message>
      <source>WhatsApp tidak dapat dibuka di komputer ini. Salin pesannya (Ctrl+T).</source>
      <translation>WhatsApp cannot be opened on this computer. Copy the message (Ctrl+T).</translation>
    </message>
    <message>
      <source>dibatalkan</source>
      <translation>cancelled</translation>
    </message>
    <message>
      <source>habis</source>
      <translation>all sent</translation>
    </message>
    <message>
      <source>tanpa nomor telepon</source>
      <translation>no telephone number</translation>
    </message>
    <message>
      <source>{count} buku lagi pada anggota yang datanya sudah tidak ada</source>
      <translation>{count} more {count:book|books} with members whose data are gone</translation>
    </message>
    <message>
      <source>{days} hari</source>
      <translation>{days} {days:day|days}</translation>
    </message>
    <message>
      <source>{how} ke-{step}</source>
      <translation>{how} no. {step}</translation>
    </message>
    <message>
      <source>{people} anggota, {loans} buku</source>
      <translation>{people} {people:member|members}, {loans} {loans:book|books}</translation>
    </message>
    <message>
      <source>{people} anggota, {loans} buku; {due} perlu diingatkan hari ini</source>
      <translation>{people} {people:member|members}, {loans} {loans:book|books}; {due} to be reminded today</translation>
    </message>
    <message>
      <source>{phone} · wali: {guardian}</source>
      <translation>{phone} · guardian: {guardian}</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Anggota &amp; Kartu</source>
      <translation>Members &amp; Cards</translation>
    </message>
    <message>
      <source>Bendahara</source>
      <translation>Treasurer</translation>
    </message>
    <message>
      <source>Buku Tamu</source>
      <translation>Guestbook</translation>
    </message>
    <message>
      <source>Cetak kartu</source>
      <translation>Print cards</translation>
    </message>
    <message>
      <source>Denda &amp; Kas</source>
      <translation>Fines &amp; Cash</translation>
    </message>
    <message>
      <source>Desain kartu</source>
      <translation>Card designs</translation>
    </message>
    <message>
      <source>Impor data</source>
      <translation>Import data</translation>
    </message>
    <message>
      <source>Katalog</source>
      <translation>Catalogue</translation>
    </message>
    <message>
      <source>Kios pengunjung</source>
      <translation>Visitors' kiosk</translation>
    </message>
    <message>
      <source>Loker</source>
      <translation>Lockers</translation>
    </message>
    <message>
      <source>Pengaturan</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Perlu diputuskan</source>
      <translation>To be decided</translation>
    </message>
    <message>
      <source>Rekap</source>
      <translation>Recap</translation>
    </message>
    <message>
      <source>Ruang</source>
      <translation>Rooms</translation>
    </message>
    <message>
      <source>Sinkronisasi</source>
      <translation>Synchronization</translation>
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation>Circulation</translation>
    </message>
    <message>
      <source>Survei kepuasan</source>
      <translation>Satisfaction survey</translation>
    </message>
  </context>
  <context>
    <name>Photo</name>
    <message>
      <source>Ambil (Spasi)</source>
      <translation>Take (Space)</translation>
    </message>
    <message>
      <source>Arahkan wajah ke dalam garis, lalu tekan Spasi untuk mengambil.</source>
      <translation>Bring the face inside the outline, then press Space to take the photo.</translation>
    </message>
    <message>
      <source>Atur bingkai dan kecerahannya, lalu tekan Enter untuk memakai foto ini.</source>
      <translation>Adjust the frame and the brightness, then press Enter to use this photo.</translation>
    </message>
    <message>
      <source>Berkas satu per satu</source>
      <translation>Files one by one</translation>
    </message>
    <message>
      <source>Coba lagi</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Dari berkas …</source>
      <translation>From a file …</translation>
    </message>
    <message>
      <source>Diambil:</source>
      <translation>Taken:</translation>
    </message>
    <message>
      <source>Dihentikan. Foto yang sudah diambil tetap dipakai; impor lagi mengambil sisanya.</source>
      <translation>Stopped. Photos already taken stay in use; importing again takes the rest.</translation>
    </message>
    <message>
      <source>Dobel: foto lain untuk nomor ini sudah dipakai.</source>
      <translation>Double: another photo for this number is in use already.</translation>
    </message>
    <message>
      <source>Folder ini tidak berisi foto JPG, PNG, atau WebP. Pilih folder lain dari menu.</source>
      <translation>This folder holds no JPG, PNG or WebP photos. Choose another folder from the menu.</translation>
    </message>
    <message>
      <source>Folder: {path}</source>
      <translation>Folder: {path}</translation>
    </message>
    <message>
      <source>Foto</source>
      <translation>Photos</translation>
    </message>
    <message>
      <source>Foto anggota</source>
      <translation>Member's photo</translation>
    </message>
    <message>
      <source>Foto dari berkas juga bisa dipakai.</source>
      <translation>A photo from a file will do as well.</translation>
    </message>
    <message>
      <source>Foto sekarang</source>
      <translation>Photo now</translation>
    </message>
    <message>
      <source>Gambar kamera</source>
      <translation>Camera picture</translation>
    </message>
    <message>
      <source>Hasil</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Impor foto anggota</source>
      <translation>Import member photos</translation>
    </message>
    <message>
      <source>Kamera terputus. Sambungkan lagi kabelnya.</source>
      <translation>The camera was disconnected. Plug its cable in again.</translation>
    </message>
    <message>
      <source>Kamera tidak ditemukan. Periksa kabelnya, atau pilih kamera lain di Pengaturan › Perangkat.</source>
      <translation>No camera found. Check its cable, or choose another camera in Settings › Devices.</translation>
    </message>
    <message>
      <source>Kamera tidak memberi gambar; mungkin sedang dipakai program lain. Tutup program itu dahulu.</source>
      <translation>The camera gives no picture; another program may be using it. Close that program first.</translation>
    </message>
    <message>
      <source>Kecerahan</source>
      <translation>Brightness</translation>
    </message>
    <message>
      <source>Loket ini tidak memakai kamera. Pilih foto dari berkas.</source>
      <translation>This counter has no camera. Choose a photo from a file.</translation>
    </message>
    <message>
      <source>Membuka kamera …</source>
      <translation>Opening the camera …</translation>
    </message>
    <message>
      <source>Mengambil foto …</source>
      <translation>Taking photos …</translation>
    </message>
    <message>
      <source>Nomor tidak dikenal: tidak ada anggota bernomor ini, atau lebih dari satu. Betulkan nama berkas.</source>
      <translation>Number not known: no member has this number, or more than one has. Put the file name right.</translation>
    </message>
    <message>
      <source>Pakai foto</source>
      <translation>Use photo</translation>
    </message>
    <message>
      <source>Panah</source>
      <translation>Arrows</translation>
    </message>
    <message>
      <source>Pilih folder foto; nama berkas = nomor anggota, misalnya 2026-0012.jpg</source>
      <translation>Choose the folder of photos; file name = member number, for example 2026-0012.jpg</translation>
    </message>
    <message>
      <source>Pilih foto</source>
      <translation>Choose a photo</translation>
    </message>
    <message>
      <source>Sudah sama; tidak ada yang diubah:</source>
      <translation>The same already; nothing was changed:</translation>
    </message>
    <message>
      <source>Tanpa foto</source>
      <translation>No photo</translation>
    </message>
    <message>
      <source>Tidak terbaca:</source>
      <translation>Not readable:</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Ulangi</source>
      <translation>Retake</translation>
    </message>
    <message>
      <source>Wajah sudah di tempatnya. Tekan Spasi untuk mengambil.</source>
      <translation>The face is in place. Press Space to take the photo.</translation>
    </message>
    <message>
      <source>bukan foto JPG, PNG, atau WebP yang utuh</source>
      <translation>not a whole JPG, PNG or WebP photo</translation>
    </message>
    <message>
      <source>dobel</source>
      <translation>double</translation>
    </message>
    <message>
      <source>foto diambil</source>
      <translation>photos taken</translation>
    </message>
    <message>
      <source>gelapkan, terangkan</source>
      <translation>darker, brighter</translation>
    </message>
    <message>
      <source>geser bingkai</source>
      <translation>move the frame</translation>
    </message>
    <message>
      <source>nomor tidak dikenal</source>
      <translation>number not known</translation>
    </message>
    <message>
      <source>perbesar, perkecil</source>
      <translation>larger, smaller</translation>
    </message>
    <message>
      <source>sudah sama dengan fotonya</source>
      <translation>already have this photo</translation>
    </message>
    <message>
      <source>terlalu besar; kecilkan dahulu</source>
      <translation>too large; make it smaller first</translation>
    </message>
    <message>
      <source>terlalu kecil; sisi pendeknya minimal {least} titik</source>
      <translation>too small; its shorter side must have at least {least} pixels</translation>
    </message>
    <message>
      <source>tidak terbaca</source>
      <translation>not readable</translation>
    </message>
    <message>
      <source>… dan {count} berkas lagi.</source>
      <translation>… and {count} more files.</translation>
    </message>
  </context>
  <context>
    <name>Photocopy</name>
    <message>
      <source>4 angka terakhir</source>
      <translation>Last 4 digits</translation>
    </message>
    <message>
      <source>Barang berharga</source>
      <translation>Valuables</translation>
    </message>
    <message>
      <source>Batalkan catatan</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Batalkan catatan fotokopi?</source>
      <translation>Undo this photocopy job?</translation>
    </message>
    <message>
      <source>Batalkan …  Ctrl+Z</source>
      <translation>Undo …  Ctrl+Z</translation>
    </message>
    <message>
      <source>Batasnya pukul {time}, {left}.</source>
      <translation>Due at {time}, {left}.</translation>
    </message>
    <message>
      <source>Bawa keluar</source>
      <translation>Take out</translation>
    </message>
    <message>
      <source>Belum ada fotokopi hari ini.</source>
      <translation>No photocopies yet today.</translation>
    </message>
    <message>
      <source>Boleh kosong.</source>
      <translation>May stay empty.</translation>
    </message>
    <message>
      <source>Bukan anggota: {name}</source>
      <translation>Not a member: {name}</translation>
    </message>
    <message>
      <source>Bukan nomor utuh.</source>
      <translation>Not all of it.</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Buku yang difotokopi</source>
      <translation>Books copied</translation>
    </message>
    <message>
      <source>Buku yang masih di luar</source>
      <translation>Books still outside</translation>
    </message>
    <message>
      <source>Buku {code} tidak dibawa keluar dengan nota ini.</source>
      <translation>Book {code} did not go out with this slip.</translation>
    </message>
    <message>
      <source>Cara memfotokopi</source>
      <translation>Where it is copied</translation>
    </message>
    <message>
      <source>Catat</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Catatan ini tidak dihitung lagi.</source>
      <translation>This job no longer counts.</translation>
    </message>
    <message>
      <source>Cetak ulang nota</source>
      <translation>Print slip again</translation>
    </message>
    <message>
      <source>Cocokkan {held} dengan {name} sendiri. Alasan dan nama pengawas tercatat.</source>
      <translation>Compare {held} with {name} in person. The reason and the supervisor's name are noted.</translation>
    </message>
    <message>
      <source>Dari bukti QRIS.</source>
      <translation>From the QRIS proof.</translation>
    </message>
    <message>
      <source>Di sini</source>
      <translation>Here</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>Dibawa keluar</source>
      <translation>Taken out</translation>
    </message>
    <message>
      <source>Dibawa keluar dengan nota {number}.</source>
      <translation>Taken out with slip {number}.</translation>
    </message>
    <message>
      <source>Dibayar {amount_rp}.</source>
      <translation>Paid {amount_rp}.</translation>
    </message>
    <message>
      <source>Dicatat</source>
      <translation>Noted</translation>
    </message>
    <message>
      <source>Fotokopi hari ini</source>
      <translation>Today's photocopies</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Identitas ditahan</source>
      <translation>Identity held</translation>
    </message>
    <message>
      <source>Isi lembarnya, Enter mencatat. Anggota: pindai kartunya dahulu.</source>
      <translation>Type the sheets, Enter notes them. Members: scan the card first.</translation>
    </message>
    <message>
      <source>Jam</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Kembalian {change_rp}</source>
      <translation>Change {change_rp}</translation>
    </message>
    <message>
      <source>Kembalian {change_rp}.</source>
      <translation>Change {change_rp}.</translation>
    </message>
    <message>
      <source>Kertas</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Kode</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Kosong: uang pas.</source>
      <translation>Empty: the exact sum.</translation>
    </message>
    <message>
      <source>Lembar</source>
      <translation>Sheets</translation>
    </message>
    <message>
      <source>Masih di luar</source>
      <translation>Still outside</translation>
    </message>
    <message>
      <source>Masih kurang {missing_rp}</source>
      <translation>{missing_rp} short</translation>
    </message>
    <message>
      <source>Membayar sekarang; anggota boleh ditagih.</source>
      <translation>Pays now; members can be billed.</translation>
    </message>
    <message>
      <source>Nomor referensi</source>
      <translation>Reference number</translation>
    </message>
    <message>
      <source>Nota</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>Nota dicetak; jaminan hanya ditukar dengan nota itu.</source>
      <translation>The slip is printed; what is held goes back only against it.</translation>
    </message>
    <message>
      <source>Nota hilang …</source>
      <translation>Slip lost …</translation>
    </message>
    <message>
      <source>Nota {code} tidak menunggu apa pun; bukunya sudah di sini.</source>
      <translation>Nothing waits for slip {code}; its books are here.</translation>
    </message>
    <message>
      <source>Nota {number} dicetak ulang.</source>
      <translation>Slip {number} is printed again.</translation>
    </message>
    <message>
      <source>Paling lambat pukul {time}.</source>
      <translation>By {time} at the latest.</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Job</translation>
    </message>
    <message>
      <source>Pembawa</source>
      <translation>Taken by</translation>
    </message>
    <message>
      <source>Pembayaran</source>
      <translation>Payment</translation>
    </message>
    <message>
      <source>Pindai buku yang difotokopi.</source>
      <translation>Scan the books that are copied.</translation>
    </message>
    <message>
      <source>Pindai bukunya satu per satu untuk memeriksa.</source>
      <translation>Scan the books one by one to check them.</translation>
    </message>
    <message>
      <source>Pindai dahulu buku yang dibawa keluar.</source>
      <translation>Scan the books that go out first.</translation>
    </message>
    <message>
      <source>Pindai dahulu kartu pembawanya, atau ketik namanya.</source>
      <translation>Scan the card of who takes them first, or type the name.</translation>
    </message>
    <message>
      <source>Pindai kartu pembawa dan bukunya; pindai notanya bila kembali.</source>
      <translation>Scan card and books; scan the slip when they come back.</translation>
    </message>
    <message>
      <source>Pindai kartu, buku, atau nota fotokopi, atau ketik nama …</source>
      <translation>Scan a card, a book or a photocopy slip, or type a name …</translation>
    </message>
    <message>
      <source>Pindai kartunya, atau ketik namanya.</source>
      <translation>Scan the card, or type the name.</translation>
    </message>
    <message>
      <source>QRIS</source>
      <translation>QRIS</translation>
    </message>
    <message>
      <source>Salinan hanya untuk pendidikan atau penelitian, tidak untuk dijual (UU 28/2014 tentang Hak Cipta).</source>
      <translation>Copies are for education or research only, not for sale (Law 28/2014 on copyright).</translation>
    </message>
    <message>
      <source>Semua {total} buku sudah diperiksa.</source>
      <translation>All {total} books are checked.</translation>
    </message>
    <message>
      <source>Serahkan kembali sesudah bukunya lengkap:</source>
      <translation>Hand back once all books are here:</translation>
    </message>
    <message>
      <source>Serahkan kembali: {held}</source>
      <translation>Hand back: {held}</translation>
    </message>
    <message>
      <source>Siap mencatat fotokopi</source>
      <translation>Ready to note photocopies</translation>
    </message>
    <message>
      <source>Siapa yang membawa?</source>
      <translation>Who takes them?</translation>
    </message>
    <message>
      <source>Simpan yang ditahan bersama tindasan nota.</source>
      <translation>Keep what is held with the copy of the slip.</translation>
    </message>
    <message>
      <source>Simpan: {held}</source>
      <translation>Keep: {held}</translation>
    </message>
    <message>
      <source>Sudah kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Tagihkan</source>
      <translation>Bill</translation>
    </message>
    <message>
      <source>Tanpa biaya</source>
      <translation>Free of charge</translation>
    </message>
    <message>
      <source>Tanpa biaya.</source>
      <translation>Free of charge.</translation>
    </message>
    <message>
      <source>Tanpa nama</source>
      <translation>No name</translation>
    </message>
    <message>
      <source>Tanpa nota, buku diterima dengan izin pengawas.</source>
      <translation>Without its slip, a supervisor has to agree.</translation>
    </message>
    <message>
      <source>Tanpa nota, disetujui pengawas.</source>
      <translation>Without its slip, a supervisor agreed.</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Terima kembali</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Terima kembali …</source>
      <translation>Take back …</translation>
    </message>
    <message>
      <source>Terima tanpa nota {number}?</source>
      <translation>Take back without slip {number}?</translation>
    </message>
    <message>
      <source>Terlambat</source>
      <translation>Late</translation>
    </message>
    <message>
      <source>Tidak ada buku di luar.</source>
      <translation>No books are outside.</translation>
    </message>
    <message>
      <source>Tidak bisa</source>
      <translation>Not possible</translation>
    </message>
    <message>
      <source>Tidak dihitung lagi; tagihannya yang belum dibayar ikut batal.</source>
      <translation>It no longer counts; what is unpaid of it is cancelled as well.</translation>
    </message>
    <message>
      <source>Tulis {number} pada notanya.</source>
      <translation>Write {number} on the slip.</translation>
    </message>
    <message>
      <source>Tunai</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Uang diterima</source>
      <translation>Money received</translation>
    </message>
    <message>
      <source>Untuk</source>
      <translation>For</translation>
    </message>
    <message>
      <source>batal</source>
      <translation>undone</translation>
    </message>
    <message>
      <source>bukan anggota</source>
      <translation>not a member</translation>
    </message>
    <message>
      <source>di luar</source>
      <translation>outside</translation>
    </message>
    <message>
      <source>kembali</source>
      <translation>back</translation>
    </message>
    <message>
      <source>pindai notanya dahulu</source>
      <translation>scan its slip first</translation>
    </message>
    <message>
      <source>selesai</source>
      <translation>done</translation>
    </message>
    <message>
      <source>sesudah bukunya lengkap</source>
      <translation>once all books are here</translation>
    </message>
    <message>
      <source>tanpa biaya</source>
      <translation>free</translation>
    </message>
    <message>
      <source>terlambat {time}</source>
      <translation>{time} late</translation>
    </message>
    <message>
      <source>tidak dikenal katalog</source>
      <translation>not in the catalogue</translation>
    </message>
    <message>
      <source>{amount_rp} masuk tagihannya; dibayar di Denda &amp; Kas.</source>
      <translation>{amount_rp} is on the account, to be paid at Fines &amp; cash.</translation>
    </message>
    <message>
      <source>{books} buku</source>
      <translation>{books} {books:book|books}</translation>
    </message>
    <message>
      <source>{books} buku dibawa keluar</source>
      <translation>{books} {books:book|books} taken out</translation>
    </message>
    <message>
      <source>{checked} dari {total} buku sudah diperiksa.</source>
      <translation>{checked} of {total} books are checked.</translation>
    </message>
    <message>
      <source>{hours} jam</source>
      <translation>{hours} {hours:hour|hours}</translation>
    </message>
    <message>
      <source>{hours} jam {minutes} menit</source>
      <translation>{hours} {hours:hour|hours} {minutes} min</translation>
    </message>
    <message>
      <source>{jobs} pekerjaan hari ini</source>
      <translation>{jobs} {jobs:job|jobs} today</translation>
    </message>
    <message>
      <source>{minutes} menit</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{outside} dibawa keluar</source>
      <translation>{outside} taken out</translation>
    </message>
    <message>
      <source>{pages} lembar</source>
      <translation>{pages} {pages:sheet|sheets}</translation>
    </message>
    <message>
      <source>{pages} lembar × {each_rp}</source>
      <translation>{pages} {pages:sheet|sheets} × {each_rp}</translation>
    </message>
    <message>
      <source>{time} lagi</source>
      <translation>{time} left</translation>
    </message>
  </context>
  <context>
    <name>Program</name>
    <message>
      <source>Buka data</source>
      <translation>Open data</translation>
    </message>
    <message>
      <source>Cadangan tidak jadi dibuat</source>
      <translation>No backup was made</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation>Recovery key</translation>
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Loket menemui kesalahan</source>
      <translation>Loket met an error</translation>
    </message>
    <message>
      <source>Membuka data …</source>
      <translation>Opening data …</translation>
    </message>
    <message>
      <source>Mencadangkan data sebelum tutup …</source>
      <translation>Backing up before closing …</translation>
    </message>
    <message>
      <source>Mengirim ke Loket Pusat sebelum tutup …</source>
      <translation>Sending to Loket Pusat before closing …</translation>
    </message>
    <message>
      <source>Menyiapkan perpustakaan contoh …</source>
      <translation>Preparing the example library …</translation>
    </message>
    <message>
      <source>Perpustakaan contoh: semua data rekaan, dan dibuang saat jendela ditutup.</source>
      <translation>Example library: all data are invented, and discarded when the window closes.</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Tutup saja</source>
      <translation>Close anyway</translation>
    </message>
    <message>
      <source>Tutup sekarang</source>
      <translation>Close now</translation>
    </message>
    <message>
      <source>Yang sudah tersimpan tetap aman. Lanjutkan bekerja; bila berulang, kirim berkas loket.log kepada pengelola.</source>
      <translation>What was saved is safe. Carry on; if it happens again, send the file loket.log to your administrator.</translation>
    </message>
  </context>
  <context>
    <name>Recap</name>
    <message>
      <source>Angka siapa</source>
      <translation>Whose figures</translation>
    </message>
    <message>
      <source>Bagian</source>
      <translation>Section</translation>
    </message>
    <message>
      <source>Bagian laporan</source>
      <translation>Parts of the report</translation>
    </message>
    <message>
      <source>Belum ada kegiatan pada masa ini.</source>
      <translation>Nothing was done in this period yet.</translation>
    </message>
    <message>
      <source>Belum ditutup</source>
      <translation>Not closed</translation>
    </message>
    <message>
      <source>Belum termasuk {count} hari loket yang belum ditutup.</source>
      <translation>{count} counter {count:day|days} not closed yet and not included.</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Bulan</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Cetak</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>Dari rekap yang sudah dikunci.</source>
      <translation>From locked recaps.</translation>
    </message>
    <message>
      <source>Hari</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>Hari ini belum ditutup: angka sementara.</source>
      <translation>This day is not closed yet: figures may still change.</translation>
    </message>
    <message>
      <source>Hari pertama</source>
      <translation>First day</translation>
    </message>
    <message>
      <source>Hari terakhir</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>Hari yang belum termasuk</source>
      <translation>Days not included</translation>
    </message>
    <message>
      <source>IPLM &amp; kegiatan</source>
      <translation>IPLM &amp; activities</translation>
    </message>
    <message>
      <source>Jam</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Keterangan</source>
      <translation>Detail</translation>
    </message>
    <message>
      <source>Lainnya</source>
      <translation>More</translation>
    </message>
    <message>
      <source>Laporan</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Lihat harinya</source>
      <translation>Show the days</translation>
    </message>
    <message>
      <source>Loket ini</source>
      <translation>This counter</translation>
    </message>
    <message>
      <source>Masa berikutnya</source>
      <translation>Next period</translation>
    </message>
    <message>
      <source>Masa laporan</source>
      <translation>Period of the report</translation>
    </message>
    <message>
      <source>Masa sebelumnya</source>
      <translation>Previous period</translation>
    </message>
    <message>
      <source>Menghitung {period} …</source>
      <translation>Counting {period} …</translation>
    </message>
    <message>
      <source>Minggu</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>Minggu {week} · {days}</source>
      <translation>Week {week} · {days}</translation>
    </message>
    <message>
      <source>Pilih satu batang untuk melihat baris di baliknya.</source>
      <translation>Choose a bar to see the rows behind it.</translation>
    </message>
    <message>
      <source>Rekap</source>
      <translation>Recap</translation>
    </message>
    <message>
      <source>Seluruh perpustakaan</source>
      <translation>Whole library</translation>
    </message>
    <message>
      <source>Semester</source>
      <translation>Half-year</translation>
    </message>
    <message>
      <source>Semester {number} {year}</source>
      <translation>Half {number} {year}</translation>
    </message>
    <message>
      <source>Siapa</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>Simpan CSV …</source>
      <translation>Save CSV …</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan Satu Data (CSV panjang) …</source>
      <translation>Save Satu Data (long CSV) …</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save file</translation>
    </message>
    <message>
      <source>Standar Layanan</source>
      <translation>Service standards</translation>
    </message>
    <message>
      <source>Tahun</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanggal …</source>
      <translation>Dates …</translation>
    </message>
    <message>
      <source>Terkunci: {number}</source>
      <translation>Locked: {number}</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tidak ada baris yang dapat ditampilkan.</source>
      <translation>There are no rows to show.</translation>
    </message>
    <message>
      <source>Tidak ada program pembuka PDF. Berkasnya ada di {path}.</source>
      <translation>There is no program for PDF files. The file is at {path}.</translation>
    </message>
    <message>
      <source>Triwulan</source>
      <translation>Quarter</translation>
    </message>
    <message>
      <source>Triwulan {number} {year}</source>
      <translation>Quarter {number} {year}</translation>
    </message>
    <message>
      <source>Tunggakan</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Tutup daftar</source>
      <translation>Close the list</translation>
    </message>
    <message>
      <source>Tutup layanan</source>
      <translation>Closing</translation>
    </message>
    <message>
      <source>Uraian</source>
      <translation>What</translation>
    </message>
    <message>
      <source>Waktu</source>
      <translation>When</translation>
    </message>
    <message>
      <source>XLSX …</source>
      <translation>XLSX …</translation>
    </message>
    <message>
      <source>belum ditandatangani</source>
      <translation>not signed yet</translation>
    </message>
    <message>
      <source>buka</source>
      <translation>open</translation>
    </message>
    <message>
      <source>dari bulan sebelumnya</source>
      <translation>on the month before</translation>
    </message>
    <message>
      <source>dari hari sebelumnya</source>
      <translation>on the day before</translation>
    </message>
    <message>
      <source>dari masa sebelumnya</source>
      <translation>on the period before</translation>
    </message>
    <message>
      <source>dari minggu lalu</source>
      <translation>on the week before</translation>
    </message>
    <message>
      <source>dari semester lalu</source>
      <translation>on the half before</translation>
    </message>
    <message>
      <source>dari setahun lalu</source>
      <translation>on a year ago</translation>
    </message>
    <message>
      <source>dari tahun lalu</source>
      <translation>on the year before</translation>
    </message>
    <message>
      <source>dari triwulan lalu</source>
      <translation>on the quarter before</translation>
    </message>
    <message>
      <source>dibuat otomatis</source>
      <translation>made automatically</translation>
    </message>
    <message>
      <source>ditandatangani {name}</source>
      <translation>signed by {name}</translation>
    </message>
    <message>
      <source>hanya loket ini</source>
      <translation>this counter only</translation>
    </message>
    <message>
      <source>jam {hour}</source>
      <translation>hour {hour}</translation>
    </message>
    <message>
      <source>jumlah {amount}</source>
      <translation>sum {amount}</translation>
    </message>
    <message>
      <source>keadaan terakhir</source>
      <translation>as it stands</translation>
    </message>
    <message>
      <source>revisi {revision}</source>
      <translation>revision {revision}</translation>
    </message>
    <message>
      <source>s.d.</source>
      <translation>to</translation>
    </message>
    <message>
      <source>{average} per hari buka</source>
      <translation>{average} per open day</translation>
    </message>
    <message>
      <source>{count} hari belum ditutup: angka sementara.</source>
      <translation>{count} {count:day|days} not closed yet: figures may still change.</translation>
    </message>
    <message>
      <source>{hours} jam</source>
      <translation>{hours} h</translation>
    </message>
    <message>
      <source>{hours} jam {minutes} menit</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{minutes} menit</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{shown} yang terbaru dari {total} baris</source>
      <translation>the latest {shown} of {total} rows</translation>
    </message>
    <message>
      <source>{total} baris</source>
      <translation>{total} {total:row|rows}</translation>
    </message>
    <message>
      <source>{what} per bulan</source>
      <translation>{what} by month</translation>
    </message>
    <message>
      <source>{what} per hari</source>
      <translation>{what} by day</translation>
    </message>
    <message>
      <source>{what} per minggu</source>
      <translation>{what} by week</translation>
    </message>
    <message>
      <source>{years} tahun</source>
      <translation>{years} years</translation>
    </message>
  </context>
  <context>
    <name>RecapWords</name>
    <message>
      <source>000 Karya umum</source>
      <translation>000 General works</translation>
    </message>
    <message>
      <source>1 sampai 7 hari</source>
      <translation>1 to 7 days</translation>
    </message>
    <message>
      <source>100 Filsafat dan psikologi</source>
      <translation>100 Philosophy and psychology</translation>
    </message>
    <message>
      <source>200 Agama</source>
      <translation>200 Religion</translation>
    </message>
    <message>
      <source>2X Islam</source>
      <translation>2X Islam</translation>
    </message>
    <message>
      <source>300 Ilmu sosial</source>
      <translation>300 Social sciences</translation>
    </message>
    <message>
      <source>31 sampai 90 hari</source>
      <translation>31 to 90 days</translation>
    </message>
    <message>
      <source>400 Bahasa</source>
      <translation>400 Language</translation>
    </message>
    <message>
      <source>500 Ilmu murni</source>
      <translation>500 Natural sciences</translation>
    </message>
    <message>
      <source>600 Ilmu terapan</source>
      <translation>600 Technology</translation>
    </message>
    <message>
      <source>700 Kesenian dan olahraga</source>
      <translation>700 Arts and sports</translation>
    </message>
    <message>
      <source>8 sampai 30 hari</source>
      <translation>8 to 30 days</translation>
    </message>
    <message>
      <source>800 Kesusastraan</source>
      <translation>800 Literature</translation>
    </message>
    <message>
      <source>900 Sejarah dan geografi</source>
      <translation>900 History and geography</translation>
    </message>
    <message>
      <source>91 sampai 365 hari</source>
      <translation>91 to 365 days</translation>
    </message>
    <message>
      <source>ASN</source>
      <translation>Civil servant</translation>
    </message>
    <message>
      <source>Administrator terakhir</source>
      <translation>Last administrator</translation>
    </message>
    <message>
      <source>Aktif</source>
      <translation>Active</translation>
    </message>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Anak</source>
      <translation>Child</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Anggota baru</source>
      <translation>New members</translation>
    </message>
    <message>
      <source>Anggota belum bebas kewajiban</source>
      <translation>Member still has obligations</translation>
    </message>
    <message>
      <source>Anggota tidak sedang ditangguhkan</source>
      <translation>Member is not suspended</translation>
    </message>
    <message>
      <source>Angka periksa tidak cocok</source>
      <translation>Check digit does not match</translation>
    </message>
    <message>
      <source>Audio visual</source>
      <translation>Audiovisual</translation>
    </message>
    <message>
      <source>Baca di tempat</source>
      <translation>Reading in place</translation>
    </message>
    <message>
      <source>Baca di tempat menurut klas</source>
      <translation>Reading in place by class</translation>
    </message>
    <message>
      <source>Baca di tempat menurut ruang</source>
      <translation>Reading in place by room</translation>
    </message>
    <message>
      <source>Barang sudah di loker itu</source>
      <translation>Things already in that locker</translation>
    </message>
    <message>
      <source>Baris buku tamu</source>
      <translation>Guestbook lines</translation>
    </message>
    <message>
      <source>Batal/kembali</source>
      <translation>Voided or refunded</translation>
    </message>
    <message>
      <source>Batas eksemplar tercapai</source>
      <translation>Copy limit reached</translation>
    </message>
    <message>
      <source>Batas judul tercapai</source>
      <translation>Title limit reached</translation>
    </message>
    <message>
      <source>Batas perpanjangan internet tercapai</source>
      <translation>Internet extension limit reached</translation>
    </message>
    <message>
      <source>Batas perpanjangan tercapai</source>
      <translation>Renewal limit reached</translation>
    </message>
    <message>
      <source>Belum ada petugas yang masuk</source>
      <translation>Nobody signed in</translation>
    </message>
    <message>
      <source>Belum ada tarif</source>
      <translation>No tariff yet</translation>
    </message>
    <message>
      <source>Belum diambil saat rekap dibuat</source>
      <translation>Not collected when the recap was made</translation>
    </message>
    <message>
      <source>Belum diisi</source>
      <translation>Not filled in</translation>
    </message>
    <message>
      <source>Berakhir</source>
      <translation>Ended</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Buku dibaca di tempat</source>
      <translation>Books read on site</translation>
    </message>
    <message>
      <source>Buku sedang difoto kopi di luar</source>
      <translation>Book is out for photocopying</translation>
    </message>
    <message>
      <source>Buku tamu ruang</source>
      <translation>Room visitor books</translation>
    </message>
    <message>
      <source>Bulan sama tahun lalu</source>
      <translation>Same month last year</translation>
    </message>
    <message>
      <source>Bulan sebelumnya</source>
      <translation>Month before</translation>
    </message>
    <message>
      <source>Calon</source>
      <translation>Applicants</translation>
    </message>
    <message>
      <source>Cara pencatatan pengunjung</source>
      <translation>How visitors were recorded</translation>
    </message>
    <message>
      <source>Cara sesi internet berakhir</source>
      <translation>How internet sessions ended</translation>
    </message>
    <message>
      <source>Catatan tidak sedang digabung</source>
      <translation>Record is not merged</translation>
    </message>
    <message>
      <source>Cetak ulang karena salah cetak</source>
      <translation>Reprinted after a misprint</translation>
    </message>
    <message>
      <source>Dari buku tamu kertas</source>
      <translation>From the paper guestbook</translation>
    </message>
    <message>
      <source>Dari peminjaman</source>
      <translation>From a loan</translation>
    </message>
    <message>
      <source>Data anggota sudah dihapus</source>
      <translation>Member data were erased</translation>
    </message>
    <message>
      <source>Data berubah</source>
      <translation>Data changed</translation>
    </message>
    <message>
      <source>Deposit</source>
      <translation>Legal deposit</translation>
    </message>
    <message>
      <source>Di antaranya terlambat</source>
      <translation>Of these, late</translation>
    </message>
    <message>
      <source>Di dalam perpustakaan</source>
      <translation>Inside the library</translation>
    </message>
    <message>
      <source>Di kios</source>
      <translation>At the kiosk</translation>
    </message>
    <message>
      <source>Di luar perpustakaan</source>
      <translation>Outside the library</translation>
    </message>
    <message>
      <source>Di meja baca</source>
      <translation>On tables</translation>
    </message>
    <message>
      <source>Di meja petugas</source>
      <translation>At the desk</translation>
    </message>
    <message>
      <source>Diambil kembali</source>
      <translation>Collected</translation>
    </message>
    <message>
      <source>Diambil tanpa nomor (nomor hilang)</source>
      <translation>Collected without the tag (tag lost)</translation>
    </message>
    <message>
      <source>Diambilkan</source>
      <translation>Fetched by staff</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Cancelled</translation>
    </message>
    <message>
      <source>Dibebaskan</source>
      <translation>Waived</translation>
    </message>
    <message>
      <source>Dibuka oleh petugas</source>
      <translation>Opened by staff</translation>
    </message>
    <message>
      <source>Dicatat</source>
      <translation>Recorded</translation>
    </message>
    <message>
      <source>Digabung dengan dirinya sendiri</source>
      <translation>Merged with itself</translation>
    </message>
    <message>
      <source>Dikembalikan rusak</source>
      <translation>Returned damaged</translation>
    </message>
    <message>
      <source>Dilayani</source>
      <translation>Kept</translation>
    </message>
    <message>
      <source>Dinyatakan hilang</source>
      <translation>Declared lost</translation>
    </message>
    <message>
      <source>Ditangguhkan</source>
      <translation>Suspended</translation>
    </message>
    <message>
      <source>Dititipkan</source>
      <translation>Left in a locker</translation>
    </message>
    <message>
      <source>E-book</source>
      <translation>E-books</translation>
    </message>
    <message>
      <source>E-book masih dipinjam orang itu</source>
      <translation>Still has the e-book</translation>
    </message>
    <message>
      <source>Eksemplar</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Eksemplar masih dipinjam</source>
      <translation>Copy still on loan</translation>
    </message>
    <message>
      <source>Eksemplar masih tercatat dipinjam</source>
      <translation>Copy still recorded as on loan</translation>
    </message>
    <message>
      <source>Eksemplar sedang dibaca orang lain</source>
      <translation>Copy is with another reader</translation>
    </message>
    <message>
      <source>Eksemplar tidak sedang dipinjam</source>
      <translation>Copy is not on loan</translation>
    </message>
    <message>
      <source>Eksemplar tidak tersedia</source>
      <translation>Copy not available</translation>
    </message>
    <message>
      <source>F Fiksi</source>
      <translation>F Fiction</translation>
    </message>
    <message>
      <source>Foto kopi</source>
      <translation>Photocopies</translation>
    </message>
    <message>
      <source>Foto kopi sudah dibayar</source>
      <translation>Photocopies already paid</translation>
    </message>
    <message>
      <source>Habis berlaku</source>
      <translation>Expired</translation>
    </message>
    <message>
      <source>Hak pinjam ditangguhkan</source>
      <translation>Borrowing suspended</translation>
    </message>
    <message>
      <source>Hanya diterima bendahara</source>
      <translation>Taken by the treasurer only</translation>
    </message>
    <message>
      <source>Hari kas tidak dikunci</source>
      <translation>Cash day is not locked</translation>
    </message>
    <message>
      <source>Hari rekap belum tiba</source>
      <translation>Day of the recap still to come</translation>
    </message>
    <message>
      <source>Hari sebelumnya</source>
      <translation>Day before</translation>
    </message>
    <message>
      <source>Internet perlu kartu anggota</source>
      <translation>Internet needs a member card</translation>
    </message>
    <message>
      <source>Jam</source>
      <translation>Hour</translation>
    </message>
    <message>
      <source>Jam datang</source>
      <translation>Hour of arrival</translation>
    </message>
    <message>
      <source>Jam komputer diragukan</source>
      <translation>Computer clock in doubt</translation>
    </message>
    <message>
      <source>Jam layanan</source>
      <translation>Opening hours</translation>
    </message>
    <message>
      <source>Jaminan foto kopi perlu nota</source>
      <translation>Photocopy pledge needs its slip</translation>
    </message>
    <message>
      <source>Jatah internet sehari habis</source>
      <translation>Daily internet time used up</translation>
    </message>
    <message>
      <source>Jawaban</source>
      <translation>Answers</translation>
    </message>
    <message>
      <source>Jawaban survei</source>
      <translation>Survey answers</translation>
    </message>
    <message>
      <source>Jawaban survei kepuasan</source>
      <translation>Survey answers</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member type</translation>
    </message>
    <message>
      <source>Jenis belum diketahui</source>
      <translation>Type not known</translation>
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation>Kind of collection</translation>
    </message>
    <message>
      <source>Jenis pengunjung</source>
      <translation>Kind of visitor</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Titles</translation>
    </message>
    <message>
      <source>Judul yang sama sudah dipinjam</source>
      <translation>Same title already on loan</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>Kali</source>
      <translation>Times</translation>
    </message>
    <message>
      <source>Kartu</source>
      <translation>Cards</translation>
    </message>
    <message>
      <source>Kartu anggota dipindai sebagai buku</source>
      <translation>Member card scanned as a book</translation>
    </message>
    <message>
      <source>Kartu dicetak</source>
      <translation>Cards printed</translation>
    </message>
    <message>
      <source>Kartu habis masa berlaku</source>
      <translation>Card has expired</translation>
    </message>
    <message>
      <source>Kartu lama sudah diganti</source>
      <translation>Old card has been replaced</translation>
    </message>
    <message>
      <source>Kartu pertama</source>
      <translation>First card</translation>
    </message>
    <message>
      <source>Kas hari itu sudah dikunci</source>
      <translation>Cash of that day is locked</translation>
    </message>
    <message>
      <source>Keadaan anggota</source>
      <translation>Members as they stand</translation>
    </message>
    <message>
      <source>Keanggotaan</source>
      <translation>Membership</translation>
    </message>
    <message>
      <source>Keanggotaan diperpanjang</source>
      <translation>Memberships renewed</translation>
    </message>
    <message>
      <source>Kegiatan</source>
      <translation>Activity</translation>
    </message>
    <message>
      <source>Kegiatan petugas</source>
      <translation>Work by staff</translation>
    </message>
    <message>
      <source>Kegiatan sirkulasi</source>
      <translation>Circulation activity</translation>
    </message>
    <message>
      <source>Kelompok umur</source>
      <translation>Age group</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Returns</translation>
    </message>
    <message>
      <source>Keperluan</source>
      <translation>Purpose</translation>
    </message>
    <message>
      <source>Kewajiban belum dibayar</source>
      <translation>Owes money</translation>
    </message>
    <message>
      <source>Klas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Klas belum diketahui</source>
      <translation>Class not known</translation>
    </message>
    <message>
      <source>Kode terlalu panjang</source>
      <translation>Code too long</translation>
    </message>
    <message>
      <source>Kode terpakai lebih dari sekali</source>
      <translation>Code used more than once</translation>
    </message>
    <message>
      <source>Kode tidak dikenal</source>
      <translation>Code not known</translation>
    </message>
    <message>
      <source>Koleksi hanya dibaca di tempat</source>
      <translation>Collection for reading in place only</translation>
    </message>
    <message>
      <source>Komputer rusak</source>
      <translation>Computer out of order</translation>
    </message>
    <message>
      <source>Komputer sedang dipakai</source>
      <translation>Computer in use</translation>
    </message>
    <message>
      <source>Kuitansi</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Kuitansi tidak dikenal</source>
      <translation>Receipt not known</translation>
    </message>
    <message>
      <source>Kunjungan resmi</source>
      <translation>Official visits</translation>
    </message>
    <message>
      <source>Laci kas belum dibuka</source>
      <translation>Cash drawer not open</translation>
    </message>
    <message>
      <source>Laci kas masih terbuka</source>
      <translation>Cash drawer still open</translation>
    </message>
    <message>
      <source>Laki-laki</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Lama</source>
      <translation>Duration</translation>
    </message>
    <message>
      <source>Lama layanan</source>
      <translation>Hours open</translation>
    </message>
    <message>
      <source>Lama terlambat</source>
      <translation>Days late</translation>
    </message>
    <message>
      <source>Layanan ditutup</source>
      <translation>Library closed</translation>
    </message>
    <message>
      <source>Layanan foto kopi</source>
      <translation>Photocopying</translation>
    </message>
    <message>
      <source>Layanan internet</source>
      <translation>Internet room</translation>
    </message>
    <message>
      <source>Lebih dari 1 tahun</source>
      <translation>More than a year</translation>
    </message>
    <message>
      <source>Lembaga</source>
      <translation>Institution</translation>
    </message>
    <message>
      <source>Lembar</source>
      <translation>Sheets</translation>
    </message>
    <message>
      <source>Lembar foto kopi</source>
      <translation>Pages copied</translation>
    </message>
    <message>
      <source>Lembar jawaban</source>
      <translation>Answer sheets</translation>
    </message>
    <message>
      <source>Lisensi e-book sedang dipakai</source>
      <translation>E-book licences in use</translation>
    </message>
    <message>
      <source>Listrik padam</source>
      <translation>Power cut</translation>
    </message>
    <message>
      <source>Loker rusak</source>
      <translation>Locker out of order</translation>
    </message>
    <message>
      <source>Loker sedang terisi</source>
      <translation>Locker is in use</translation>
    </message>
    <message>
      <source>Loker sudah terisi</source>
      <translation>Locker already taken</translation>
    </message>
    <message>
      <source>Loker tidak dikenal</source>
      <translation>Locker not known</translation>
    </message>
    <message>
      <source>Mahasiswa</source>
      <translation>Student</translation>
    </message>
    <message>
      <source>Masih ada antrean internet</source>
      <translation>Others wait for the internet</translation>
    </message>
    <message>
      <source>Masih ada pinjaman terlambat</source>
      <translation>Has overdue loans</translation>
    </message>
    <message>
      <source>Masih berjalan</source>
      <translation>Still running</translation>
    </message>
    <message>
      <source>Masih calon anggota</source>
      <translation>Still an applicant</translation>
    </message>
    <message>
      <source>Masih memakai komputer lain</source>
      <translation>Still uses another computer</translation>
    </message>
    <message>
      <source>Masih memakai loker lain</source>
      <translation>Still uses another locker</translation>
    </message>
    <message>
      <source>Menurut jadwal</source>
      <translation>As planned</translation>
    </message>
    <message>
      <source>Menyangkut uang petugas sendiri</source>
      <translation>Concerns the operator's own money</translation>
    </message>
    <message>
      <source>Minggu sama tahun lalu</source>
      <translation>Same week last year</translation>
    </message>
    <message>
      <source>Minggu sebelumnya</source>
      <translation>Week before</translation>
    </message>
    <message>
      <source>Nama atau kata sandi salah</source>
      <translation>Wrong name or password</translation>
    </message>
    <message>
      <source>Nama pemilik titipan tidak cocok</source>
      <translation>Name of the owner does not match</translation>
    </message>
    <message>
      <source>Nilai</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Nontunai</source>
      <translation>Non-cash</translation>
    </message>
    <message>
      <source>Nota foto kopi sudah selesai</source>
      <translation>Photocopy slip already closed</translation>
    </message>
    <message>
      <source>Orang</source>
      <translation>People</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>Pelajar</source>
      <translation>Pupil</translation>
    </message>
    <message>
      <source>Pemakai internet menurut jenis kelamin</source>
      <translation>Internet users by sex</translation>
    </message>
    <message>
      <source>Pemakaian internet menurut keperluan</source>
      <translation>Internet use by purpose</translation>
    </message>
    <message>
      <source>Pembaca</source>
      <translation>Reader</translation>
    </message>
    <message>
      <source>Pembatalan tanpa alasan</source>
      <translation>Undo without a reason</translation>
    </message>
    <message>
      <source>Peminjam (orang per hari)</source>
      <translation>Borrowers (people per day)</translation>
    </message>
    <message>
      <source>Peminjaman</source>
      <translation>Loans</translation>
    </message>
    <message>
      <source>Peminjaman (eksemplar)</source>
      <translation>Loans (copies)</translation>
    </message>
    <message>
      <source>Peminjaman e-book</source>
      <translation>E-book loans</translation>
    </message>
    <message>
      <source>Peminjaman menurut jenis anggota</source>
      <translation>Loans by member type</translation>
    </message>
    <message>
      <source>Peminjaman menurut jenis koleksi</source>
      <translation>Loans by kind of collection</translation>
    </message>
    <message>
      <source>Peminjaman menurut klas dan jenis anggota</source>
      <translation>Loans by class and member type</translation>
    </message>
    <message>
      <source>Peminjaman menurut pekerjaan</source>
      <translation>Loans by occupation</translation>
    </message>
    <message>
      <source>Peminjaman menurut pendidikan</source>
      <translation>Loans by education</translation>
    </message>
    <message>
      <source>Pendidikan</source>
      <translation>Education</translation>
    </message>
    <message>
      <source>Penerimaan</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Penerimaan menurut jenis</source>
      <translation>Receipts by kind</translation>
    </message>
    <message>
      <source>Penerimaan menurut rekening</source>
      <translation>Receipts by account</translation>
    </message>
    <message>
      <source>Pengembalian</source>
      <translation>Returns</translation>
    </message>
    <message>
      <source>Pengembalian (eksemplar)</source>
      <translation>Returns (copies)</translation>
    </message>
    <message>
      <source>Pengembalian terlambat</source>
      <translation>Late returns</translation>
    </message>
    <message>
      <source>Pengganti kartu hilang</source>
      <translation>Replacing a lost card</translation>
    </message>
    <message>
      <source>Pengganti kartu rusak</source>
      <translation>Replacing a damaged card</translation>
    </message>
    <message>
      <source>Pengunjung</source>
      <translation>Visitors</translation>
    </message>
    <message>
      <source>Pengunjung menurut jam datang</source>
      <translation>Visitors by hour of arrival</translation>
    </message>
    <message>
      <source>Pengunjung menurut jenis</source>
      <translation>Visitors by kind</translation>
    </message>
    <message>
      <source>Pengunjung menurut jenis kelamin</source>
      <translation>Visitors by sex</translation>
    </message>
    <message>
      <source>Pengunjung menurut pekerjaan</source>
      <translation>Visitors by occupation</translation>
    </message>
    <message>
      <source>Pengunjung menurut pendidikan</source>
      <translation>Visitors by education</translation>
    </message>
    <message>
      <source>Pengunjung menurut tujuan</source>
      <translation>Visitors by purpose</translation>
    </message>
    <message>
      <source>Pengunjung menurut umur</source>
      <translation>Visitors by age</translation>
    </message>
    <message>
      <source>Penitipan barang</source>
      <translation>Lockers</translation>
    </message>
    <message>
      <source>Penitipan barang di loker</source>
      <translation>Belongings in lockers</translation>
    </message>
    <message>
      <source>Penolakan</source>
      <translation>Refusals</translation>
    </message>
    <message>
      <source>Penolakan yang diizinkan pengawas</source>
      <translation>Refusals a supervisor let pass</translation>
    </message>
    <message>
      <source>Penolakan, persetujuan, dan perkara</source>
      <translation>Refusals, approvals and cases</translation>
    </message>
    <message>
      <source>Perempuan</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Periode sama tahun lalu</source>
      <translation>Same period last year</translation>
    </message>
    <message>
      <source>Periode sebelumnya</source>
      <translation>Period before</translation>
    </message>
    <message>
      <source>Perkara</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>Perkara sudah diputuskan</source>
      <translation>Case already decided</translation>
    </message>
    <message>
      <source>Perkara yang belum diputuskan</source>
      <translation>Cases still open</translation>
    </message>
    <message>
      <source>Perkara yang diputuskan</source>
      <translation>Cases decided</translation>
    </message>
    <message>
      <source>Perlu orang kedua</source>
      <translation>Second person needed</translation>
    </message>
    <message>
      <source>Perlu persetujuan pengawas</source>
      <translation>Supervisor approval needed</translation>
    </message>
    <message>
      <source>Permintaan</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>Permintaan sudah selesai</source>
      <translation>Request already over</translation>
    </message>
    <message>
      <source>Perpanjang</source>
      <translation>Renewals</translation>
    </message>
    <message>
      <source>Perpanjangan</source>
      <translation>Renewal</translation>
    </message>
    <message>
      <source>Perpanjangan (eksemplar)</source>
      <translation>Renewals (copies)</translation>
    </message>
    <message>
      <source>Perpanjangan anggota</source>
      <translation>Members renewed</translation>
    </message>
    <message>
      <source>Perpanjangan pinjaman</source>
      <translation>Renewals</translation>
    </message>
    <message>
      <source>Perpanjangan tidak menambah hari</source>
      <translation>Renewal adds no days</translation>
    </message>
    <message>
      <source>Persetujuan tanpa alasan</source>
      <translation>Approval without a reason</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Petugas tidak berwenang</source>
      <translation>Operator lacks the role</translation>
    </message>
    <message>
      <source>Pindaian tidak terbaca</source>
      <translation>Scan not readable</translation>
    </message>
    <message>
      <source>Pinjam</source>
      <translation>Loans</translation>
    </message>
    <message>
      <source>Pinjaman e-book sudah selesai</source>
      <translation>E-book loan already over</translation>
    </message>
    <message>
      <source>Pinjaman terlambat menurut klas</source>
      <translation>Overdue loans by class</translation>
    </message>
    <message>
      <source>Pinjaman terlambat menurut lamanya</source>
      <translation>Overdue loans by days late</translation>
    </message>
    <message>
      <source>R Referensi</source>
      <translation>R Reference</translation>
    </message>
    <message>
      <source>Referensi</source>
      <translation>Reference</translation>
    </message>
    <message>
      <source>Rekap loket lain</source>
      <translation>Recap of another counter</translation>
    </message>
    <message>
      <source>Rekap sudah ditandatangani</source>
      <translation>Recap already signed</translation>
    </message>
    <message>
      <source>Rekap tidak dibuat di kios</source>
      <translation>No recap at a kiosk</translation>
    </message>
    <message>
      <source>Rekap tidak dikenal</source>
      <translation>Recap not known</translation>
    </message>
    <message>
      <source>Rekening</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>Remaja</source>
      <translation>Young adults</translation>
    </message>
    <message>
      <source>Rombongan</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>Ruang</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>Rusak saat dicetak</source>
      <translation>Spoilt in printing</translation>
    </message>
    <message>
      <source>STS sudah dibatalkan</source>
      <translation>Remittance slip voided</translation>
    </message>
    <message>
      <source>STS sudah diterima bank</source>
      <translation>Remittance already at the bank</translation>
    </message>
    <message>
      <source>STS tidak dikenal</source>
      <translation>Remittance slip not known</translation>
    </message>
    <message>
      <source>Sebab</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Sebelum loket mulai dipakai</source>
      <translation>Before the counter was in use</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Finished</translation>
    </message>
    <message>
      <source>Semester sama tahun lalu</source>
      <translation>Same half-year last year</translation>
    </message>
    <message>
      <source>Semester sebelumnya</source>
      <translation>Half-year before</translation>
    </message>
    <message>
      <source>Serah terima belum diterima</source>
      <translation>Hand-over not received yet</translation>
    </message>
    <message>
      <source>Serah terima sudah disetor</source>
      <translation>Hand-over already remitted</translation>
    </message>
    <message>
      <source>Serah terima sudah diterima</source>
      <translation>Hand-over already received</translation>
    </message>
    <message>
      <source>Serah terima tidak dikenal</source>
      <translation>Hand-over not known</translation>
    </message>
    <message>
      <source>Sesi</source>
      <translation>Sessions</translation>
    </message>
    <message>
      <source>Sesi internet</source>
      <translation>Internet sessions</translation>
    </message>
    <message>
      <source>Sesi internet sudah berakhir</source>
      <translation>Internet session already over</translation>
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation>Circulation</translation>
    </message>
    <message>
      <source>Sirkulasi menurut jam</source>
      <translation>Circulation by hour</translation>
    </message>
    <message>
      <source>Sudah ada di antrean internet</source>
      <translation>Already in the internet queue</translation>
    </message>
    <message>
      <source>Sudah ada revisi rekap yang lebih baru</source>
      <translation>There is a newer revision</translation>
    </message>
    <message>
      <source>Sudah bukan anggota</source>
      <translation>No longer a member</translation>
    </message>
    <message>
      <source>Sudah dibatalkan</source>
      <translation>Already voided</translation>
    </message>
    <message>
      <source>Sudah tercatat keluar</source>
      <translation>Already recorded as gone</translation>
    </message>
    <message>
      <source>Survei diisi berturut-turut</source>
      <translation>Survey answered twice in a row</translation>
    </message>
    <message>
      <source>Survei kepuasan</source>
      <translation>Satisfaction survey</translation>
    </message>
    <message>
      <source>Tagihan</source>
      <translation>Charges</translation>
    </message>
    <message>
      <source>Tagihan baru</source>
      <translation>New charges</translation>
    </message>
    <message>
      <source>Tagihan tidak dikenal</source>
      <translation>Charge not known</translation>
    </message>
    <message>
      <source>Tahun sebelumnya</source>
      <translation>Year before</translation>
    </message>
    <message>
      <source>Tamu</source>
      <translation>Guests</translation>
    </message>
    <message>
      <source>Tandon</source>
      <translation>Reserve</translation>
    </message>
    <message>
      <source>Tanggal sama tahun lalu</source>
      <translation>Same date last year</translation>
    </message>
    <message>
      <source>Tanpa kode rekening</source>
      <translation>No account code</translation>
    </message>
    <message>
      <source>Tanpa petugas</source>
      <translation>Nobody signed in</translation>
    </message>
    <message>
      <source>Tanpa ruang</source>
      <translation>No room</translation>
    </message>
    <message>
      <source>Tempat</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Terbatas</source>
      <translation>Restricted</translation>
    </message>
    <message>
      <source>Terbitan berkala</source>
      <translation>Periodicals</translation>
    </message>
    <message>
      <source>Terlalu banyak percobaan masuk</source>
      <translation>Too many sign-in attempts</translation>
    </message>
    <message>
      <source>Terlambat untuk dibatalkan</source>
      <translation>Too late to undo</translation>
    </message>
    <message>
      <source>Terlambat, tidak dapat diperpanjang</source>
      <translation>Overdue, cannot be renewed</translation>
    </message>
    <message>
      <source>Terpindai dua kali</source>
      <translation>Scanned twice</translation>
    </message>
    <message>
      <source>Tidak ada kelebihan bayar</source>
      <translation>No overpayment</translation>
    </message>
    <message>
      <source>Tidak ada yang dapat dibatalkan</source>
      <translation>Nothing to undo</translation>
    </message>
    <message>
      <source>Tidak ada yang diserahterimakan</source>
      <translation>Nothing to hand over</translation>
    </message>
    <message>
      <source>Tidak ada yang disetor</source>
      <translation>Nothing to remit</translation>
    </message>
    <message>
      <source>Tidak ada yang menunggu persetujuan</source>
      <translation>Nothing waits for approval</translation>
    </message>
    <message>
      <source>Tidak tercatat di buku tamu</source>
      <translation>Not in the guestbook</translation>
    </message>
    <message>
      <source>Tindakan yang dibatalkan</source>
      <translation>Actions undone</translation>
    </message>
    <message>
      <source>Titipan sudah selesai</source>
      <translation>Deposit already over</translation>
    </message>
    <message>
      <source>Titipan sudah terpakai</source>
      <translation>Credit already used</translation>
    </message>
    <message>
      <source>Titipan tidak dikenal</source>
      <translation>Deposit not known</translation>
    </message>
    <message>
      <source>Triwulan sama tahun lalu</source>
      <translation>Same quarter last year</translation>
    </message>
    <message>
      <source>Triwulan sebelumnya</source>
      <translation>Quarter before</translation>
    </message>
    <message>
      <source>Tujuan</source>
      <translation>Purpose</translation>
    </message>
    <message>
      <source>Tunai</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Uang di laci kurang</source>
      <translation>Not enough in the drawer</translation>
    </message>
    <message>
      <source>Umum</source>
      <translation>General</translation>
    </message>
    <message>
      <source>Uraian</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Waktunya habis</source>
      <translation>Time was up</translation>
    </message>
    <message>
      <source>Yang dipindai ISBN</source>
      <translation>An ISBN was scanned</translation>
    </message>
    <message>
      <source>Yang dipindai bukan buku</source>
      <translation>Not a book that was scanned</translation>
    </message>
  </context>
  <context>
    <name>Registration</name>
    <message>
      <source>Angka periksanya tidak cocok dengan aturan perpustakaan.</source>
      <translation>Its check digit does not fit the library's rule.</translation>
    </message>
    <message>
      <source>Belum ada; lengkapi bila sempat.</source>
      <translation>Still empty; fill it in when there is time.</translation>
    </message>
    <message>
      <source>Jenis kelamin pada NIK berbeda. Boleh disimpan bila kartunya benar.</source>
      <translation>The sex in the NIK differs. It may be saved if the card is right.</translation>
    </message>
    <message>
      <source>Kode provinsi pada NIK tidak dikenal; cocokkan dengan kartunya.</source>
      <translation>The province code in the NIK is unknown; compare it with the card.</translation>
    </message>
    <message>
      <source>Menurut NIK lahir {day}. Boleh disimpan: NIK tidak berubah walau tanggalnya keliru.</source>
      <translation>By the NIK born {day}. It may be saved: a NIK stays even when its date is wrong.</translation>
    </message>
    <message>
      <source>NIK sebagai nomor anggota tercetak pada kartu dan terbaca siapa pun.</source>
      <translation>A NIK as member number is printed on the card for anyone to read.</translation>
    </message>
    <message>
      <source>Terbaca {day}; tulis tahun dengan empat angka bila keliru.</source>
      <translation>Read as {day}; write the year with four digits if that is wrong.</translation>
    </message>
    <message>
      <source>boleh kosong</source>
      <translation>may be empty</translation>
    </message>
    <message>
      <source>formulir lengkap</source>
      <translation>full form</translation>
    </message>
    <message>
      <source>tidak ditanyakan</source>
      <translation>not asked</translation>
    </message>
    <message>
      <source>wajib</source>
      <translation>required</translation>
    </message>
    <message>
      <source>{count} isian diubah</source>
      <translation>{count} {count:field|fields} changed</translation>
    </message>
  </context>
  <context>
    <name>Rooms</name>
    <message>
      <source>Agama</source>
      <translation>Religion</translation>
    </message>
    <message>
      <source>Akhiri sesi</source>
      <translation>End session</translation>
    </message>
    <message>
      <source>Akhiri sesi komputer {number}?</source>
      <translation>End the session at computer {number}?</translation>
    </message>
    <message>
      <source>Antre</source>
      <translation>Queue up</translation>
    </message>
    <message>
      <source>Antrean</source>
      <translation>Queue</translation>
    </message>
    <message>
      <source>Audio visual</source>
      <translation>Audio-visual</translation>
    </message>
    <message>
      <source>Bagian</source>
      <translation>Section</translation>
    </message>
    <message>
      <source>Bahasa</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Banyaknya buku</source>
      <translation>How many books</translation>
    </message>
    <message>
      <source>Baris</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>Batal</source>
      <translation>Leave</translation>
    </message>
    <message>
      <source>Batalkan baris</source>
      <translation>Undo line</translation>
    </message>
    <message>
      <source>Batalkan hitungan</source>
      <translation>Undo the count</translation>
    </message>
    <message>
      <source>Batalkan hitungan ini?</source>
      <translation>Undo this count?</translation>
    </message>
    <message>
      <source>Batalkan sesi</source>
      <translation>Undo session</translation>
    </message>
    <message>
      <source>Batalkan sesi yang baru dimulai?</source>
      <translation>Undo the session that was just begun?</translation>
    </message>
    <message>
      <source>Belum</source>
      <translation>Not yet</translation>
    </message>
    <message>
      <source>Belum ada komputer yang kosong.</source>
      <translation>No computer is free yet.</translation>
    </message>
    <message>
      <source>Belum ada komputer. Tambahkan di Pengaturan (Ctrl+,).</source>
      <translation>No computers yet. Add them in Settings (Ctrl+,).</translation>
    </message>
    <message>
      <source>Belum ada komputer. Tambahkan yang pertama di sebelah kanan.</source>
      <translation>No computers yet. Add the first ones at the right.</translation>
    </message>
    <message>
      <source>Belum ada yang dilayani</source>
      <translation>Nobody in hand</translation>
    </message>
    <message>
      <source>Boleh kosong. Misalnya PC.</source>
      <translation>May stay empty. For example PC.</translation>
    </message>
    <message>
      <source>Buka</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Buku fasilitas internet</source>
      <translation>Internet register</translation>
    </message>
    <message>
      <source>Buku internet</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Cara</source>
      <translation>How</translation>
    </message>
    <message>
      <source>Catat permintaan</source>
      <translation>Note request</translation>
    </message>
    <message>
      <source>Catatan</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Daftar</source>
      <translation>List</translation>
    </message>
    <message>
      <source>Daftar (PDF)</source>
      <translation>List (PDF)</translation>
    </message>
    <message>
      <source>Daftar komputer</source>
      <translation>List of computers</translation>
    </message>
    <message>
      <source>Dibaca hari ini</source>
      <translation>Read today</translation>
    </message>
    <message>
      <source>Dibatalkan</source>
      <translation>Undone</translation>
    </message>
    <message>
      <source>Dihitung</source>
      <translation>Counted</translation>
    </message>
    <message>
      <source>Dihitung dari ISBN-nya; eksemplarnya tidak dikenal.</source>
      <translation>Counted by its ISBN; the copy is not known.</translation>
    </message>
    <message>
      <source>Dihitung untuk</source>
      <translation>Counted for</translation>
    </message>
    <message>
      <source>Dipakai</source>
      <translation>In use</translation>
    </message>
    <message>
      <source>Dipakai {name}.</source>
      <translation>{name} sits here.</translation>
    </message>
    <message>
      <source>Diserahkan</source>
      <translation>Handed over</translation>
    </message>
    <message>
      <source>Diterima kembali</source>
      <translation>Taken back</translation>
    </message>
    <message>
      <source>Dua eksemplar memakai kode ini. Betulkan labelnya.</source>
      <translation>Two copies bear this code. Correct the label.</translation>
    </message>
    <message>
      <source>E-book</source>
      <translation>E-books</translation>
    </message>
    <message>
      <source>Fiksi</source>
      <translation>Fiction</translation>
    </message>
    <message>
      <source>Filsafat, psikologi</source>
      <translation>Philosophy, psychology</translation>
    </message>
    <message>
      <source>Fotokopi</source>
      <translation>Photocopies</translation>
    </message>
    <message>
      <source>Hak pinjamnya sedang ditangguhkan.</source>
      <translation>Loans are suspended.</translation>
    </message>
    <message>
      <source>Hampir habis</source>
      <translation>Nearly over</translation>
    </message>
    <message>
      <source>Hapus dari papan</source>
      <translation>Take off the board</translation>
    </message>
    <message>
      <source>Hari ini</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Hari ini belum ada buku yang dihitung.</source>
      <translation>No book was counted today yet.</translation>
    </message>
    <message>
      <source>Hari ini {count} sesi, {minutes} menit; {free} komputer kosong</source>
      <translation>Today {count} {count:session|sessions}, {minutes} {minutes:minute|minutes}; {free} {free:computer|computers} free</translation>
    </message>
    <message>
      <source>Hitung</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>Hitung satu tumpukan</source>
      <translation>Count a pile</translation>
    </message>
    <message>
      <source>Huruf di depan nomor</source>
      <translation>Letters before the number</translation>
    </message>
    <message>
      <source>Ilmu murni</source>
      <translation>Science</translation>
    </message>
    <message>
      <source>Ilmu sosial</source>
      <translation>Social sciences</translation>
    </message>
    <message>
      <source>Ilmu terapan</source>
      <translation>Technology</translation>
    </message>
    <message>
      <source>Internet</source>
      <translation>Internet</translation>
    </message>
    <message>
      <source>Islam</source>
      <translation>Islam</translation>
    </message>
    <message>
      <source>Jam</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>Judul itu tidak ada di katalog. Pindai barcodenya, atau catat: Ctrl+J.</source>
      <translation>That title is not in the catalogue. Scan its barcode, or note it: Ctrl+J.</translation>
    </message>
    <message>
      <source>Kartu</source>
      <translation>Card</translation>
    </message>
    <message>
      <source>Kartu di meja</source>
      <translation>Cards at the desk</translation>
    </message>
    <message>
      <source>Kartu kembali</source>
      <translation>Card given back</translation>
    </message>
    <message>
      <source>Kartu {name} masih di meja</source>
      <translation>{name}'s card is still here</translation>
    </message>
    <message>
      <source>Kartu {name} sudah kembali</source>
      <translation>{name} has the card back</translation>
    </message>
    <message>
      <source>Kartunya dikembalikan sekarang</source>
      <translation>The card is given back now</translation>
    </message>
    <message>
      <source>Kartunya habis masa berlaku.</source>
      <translation>The card has expired.</translation>
    </message>
    <message>
      <source>Karya umum, komputer</source>
      <translation>General works, computing</translation>
    </message>
    <message>
      <source>Ke</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keanggotaannya sudah berakhir.</source>
      <translation>Membership has ended.</translation>
    </message>
    <message>
      <source>Kembali ke rak</source>
      <translation>To the shelves</translation>
    </message>
    <message>
      <source>Kembali ke rak {on}</source>
      <translation>To the shelves {on}</translation>
    </message>
    <message>
      <source>Kembalikan kartu {name}</source>
      <translation>Give {name} the card back</translation>
    </message>
    <message>
      <source>Kembalikan kartunya</source>
      <translation>Give the card back</translation>
    </message>
    <message>
      <source>Keperluan</source>
      <translation>Purpose</translation>
    </message>
    <message>
      <source>Klas</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>Klas ini sudah di rak</source>
      <translation>Class is shelved</translation>
    </message>
    <message>
      <source>Kode ini belum ada di katalog. Dihitung menurut kodenya.</source>
      <translation>This code is not in the catalogue yet. It counts by its code.</translation>
    </message>
    <message>
      <source>Kolom</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Komputer</source>
      <translation>Computer</translation>
    </message>
    <message>
      <source>Komputer baru</source>
      <translation>New computers</translation>
    </message>
    <message>
      <source>Komputer baru …</source>
      <translation>New computers …</translation>
    </message>
    <message>
      <source>Komputer sebaris</source>
      <translation>Computers in a row</translation>
    </message>
    <message>
      <source>Komputer {number}</source>
      <translation>Computer {number}</translation>
    </message>
    <message>
      <source>Komputer {number} dihapus dari papan; riwayatnya tetap.</source>
      <translation>Computer {number} is off the board; its history stays.</translation>
    </message>
    <message>
      <source>Komputer {number} dinyatakan rusak</source>
      <translation>Computer {number} is out of order</translation>
    </message>
    <message>
      <source>Komputer {number} dipakai lagi.</source>
      <translation>Computer {number} is in use again.</translation>
    </message>
    <message>
      <source>Komputer {number} dipakai {minutes} menit.</source>
      <translation>Computer {number} was used for {minutes} {minutes:minute|minutes}.</translation>
    </message>
    <message>
      <source>Komputer {number} diperpanjang</source>
      <translation>More time at computer {number}</translation>
    </message>
    <message>
      <source>Komputer {number} disimpan.</source>
      <translation>Computer {number} saved.</translation>
    </message>
    <message>
      <source>Komputer {number} kosong</source>
      <translation>Computer {number} is free</translation>
    </message>
    <message>
      <source>Komputer {number} siap dipakai</source>
      <translation>Computer {number} works again</translation>
    </message>
    <message>
      <source>Komputer {number} tidak dapat dipakai?</source>
      <translation>Is computer {number} out of order?</translation>
    </message>
    <message>
      <source>Komputer {number}: waktu {name} habis.</source>
      <translation>Computer {number}: {name}'s time is over.</translation>
    </message>
    <message>
      <source>Komputer {number}: waktu {name} hampir habis.</source>
      <translation>Computer {number}: {name}'s time is nearly over.</translation>
    </message>
    <message>
      <source>Komputer {number}: {name}</source>
      <translation>Computer {number}: {name}</translation>
    </message>
    <message>
      <source>Kosong</source>
      <translation>Free</translation>
    </message>
    <message>
      <source>Kosong. Giliran {name}.</source>
      <translation>Free. {name} is next.</translation>
    </message>
    <message>
      <source>Kosong. Pindai kartu untuk memulai.</source>
      <translation>Free. Scan a card to start.</translation>
    </message>
    <message>
      <source>Lainnya</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>Masa</source>
      <translation>Period</translation>
    </message>
    <message>
      <source>Masukkan antrean</source>
      <translation>Put in the queue</translation>
    </message>
    <message>
      <source>Mencari informasi</source>
      <translation>Looking for information</translation>
    </message>
    <message>
      <source>Mendaftar daring</source>
      <translation>Applying online</translation>
    </message>
    <message>
      <source>Mengetik</source>
      <translation>Typing</translation>
    </message>
    <message>
      <source>Menit</source>
      <translation>Minutes</translation>
    </message>
    <message>
      <source>Menunggu</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Menunggu di antrean nomor {place}.</source>
      <translation>Waits as number {place} in the queue.</translation>
    </message>
    <message>
      <source>Minta koleksi</source>
      <translation>Request item</translation>
    </message>
    <message>
      <source>Minta untuk dibaca di tempat</source>
      <translation>Ask for it, to be read here</translation>
    </message>
    <message>
      <source>Misalnya: tidak ada di rak, pembaca pulang.</source>
      <translation>For example: not on its shelf, reader went home.</translation>
    </message>
    <message>
      <source>Mulai</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Namanya sudah ada di antrean.</source>
      <translation>This person is in the queue already.</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Nomor komputer</source>
      <translation>Computer number</translation>
    </message>
    <message>
      <source>Nomor panggil</source>
      <translation>Call number</translation>
    </message>
    <message>
      <source>Nomor pertama</source>
      <translation>First number</translation>
    </message>
    <message>
      <source>Nomor terakhir</source>
      <translation>Last number</translation>
    </message>
    <message>
      <source>Nomor yang sudah ada dilewati.</source>
      <translation>Numbers that are there already are passed over.</translation>
    </message>
    <message>
      <source>Nyatakan rusak</source>
      <translation>Out of order</translation>
    </message>
    <message>
      <source>Pakai lagi</source>
      <translation>Use again</translation>
    </message>
    <message>
      <source>Panggil</source>
      <translation>Call</translation>
    </message>
    <message>
      <source>Papan komputer</source>
      <translation>Board of computers</translation>
    </message>
    <message>
      <source>Pembaca</source>
      <translation>Reader</translation>
    </message>
    <message>
      <source>Pembaca: {name}</source>
      <translation>Reader: {name}</translation>
    </message>
    <message>
      <source>Pendaftarannya belum disahkan.</source>
      <translation>The application is not approved yet.</translation>
    </message>
    <message>
      <source>Permintaan</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>Permintaan dicatat</source>
      <translation>Request noted</translation>
    </message>
    <message>
      <source>Permintaan ditutup</source>
      <translation>Request closed</translation>
    </message>
    <message>
      <source>Perpanjang</source>
      <translation>Extend</translation>
    </message>
    <message>
      <source>Persetujuan pengawas</source>
      <translation>Supervisor's approval</translation>
    </message>
    <message>
      <source>Petugas mengambilkannya; dibaca di tempat, tidak dipinjamkan.</source>
      <translation>Staff fetch it; it is read here and not lent.</translation>
    </message>
    <message>
      <source>Pilih dahulu komputernya: ketik nomornya, atau tekan tombol panah.</source>
      <translation>Choose the computer first: type its number, or use the arrow keys.</translation>
    </message>
    <message>
      <source>Pindah</source>
      <translation>Move</translation>
    </message>
    <message>
      <source>Pindah dari komputer {number}</source>
      <translation>Move from computer {number}</translation>
    </message>
    <message>
      <source>Pindah ke komputer {number}</source>
      <translation>Move to computer {number}</translation>
    </message>
    <message>
      <source>Pindahkan</source>
      <translation>Move</translation>
    </message>
    <message>
      <source>Pindai barcode, atau ketik judul …</source>
      <translation>Scan the barcode, or type a title …</translation>
    </message>
    <message>
      <source>Pindai buku di meja, atau kartu pembaca …</source>
      <translation>Scan books on tables, or a reader's card …</translation>
    </message>
    <message>
      <source>Pindai buku yang ditinggal di meja.</source>
      <translation>Scan the books left on the tables.</translation>
    </message>
    <message>
      <source>Pindai dahulu kartunya, atau ketik namanya.</source>
      <translation>Scan the card first, or type the name.</translation>
    </message>
    <message>
      <source>Pindai eksemplarnya saat diserahkan kepada pembaca.</source>
      <translation>Scan the copy when the reader gets it.</translation>
    </message>
    <message>
      <source>Pindai kartu anggota</source>
      <translation>Scan a member card</translation>
    </message>
    <message>
      <source>Pindai kartu atau slip, atau ketik nama …</source>
      <translation>Scan a card or slip, or type a name …</translation>
    </message>
    <message>
      <source>Pindai kartu, atau ketik nomor komputer …</source>
      <translation>Scan a card, or type a computer number …</translation>
    </message>
    <message>
      <source>Pindai sekali lagi saat pembaca mengembalikannya.</source>
      <translation>Scan it again when the reader brings it back.</translation>
    </message>
    <message>
      <source>Rapat daring</source>
      <translation>Online meeting</translation>
    </message>
    <message>
      <source>Referensi</source>
      <translation>Reference</translation>
    </message>
    <message>
      <source>Referensi atau deposit</source>
      <translation>Reference or deposit</translation>
    </message>
    <message>
      <source>Ruang</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>Ruang Baca</source>
      <translation>Reading</translation>
    </message>
    <message>
      <source>Rusak</source>
      <translation>Out of order</translation>
    </message>
    <message>
      <source>Sastra</source>
      <translation>Literature</translation>
    </message>
    <message>
      <source>Sebab berakhir</source>
      <translation>Why it ends</translation>
    </message>
    <message>
      <source>Sebabnya</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>Sejak</source>
      <translation>Since</translation>
    </message>
    <message>
      <source>Sejarah, geografi</source>
      <translation>History, geography</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Until</translation>
    </message>
    <message>
      <source>Seluruh perpustakaan</source>
      <translation>The whole library</translation>
    </message>
    <message>
      <source>Seluruhnya {minutes} menit.</source>
      <translation>{minutes} {minutes:minute|minutes} altogether.</translation>
    </message>
    <message>
      <source>Semua buku sudah di raknya.</source>
      <translation>All books are on their shelves.</translation>
    </message>
    <message>
      <source>Semua di rak</source>
      <translation>All shelved</translation>
    </message>
    <message>
      <source>Semua komputer dipakai</source>
      <translation>All computers are in use</translation>
    </message>
    <message>
      <source>Semua nomor itu sudah ada.</source>
      <translation>All these numbers are there already.</translation>
    </message>
    <message>
      <source>Semua {count} buku sudah di rak.</source>
      <translation>All {count} {count:book is|books are} on the shelves.</translation>
    </message>
    <message>
      <source>Seni, olahraga</source>
      <translation>Arts, sport</translation>
    </message>
    <message>
      <source>Seperti tertulis pada komputernya.</source>
      <translation>As it stands on the computer.</translation>
    </message>
    <message>
      <source>Serahkan ke pembaca</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Sesi dibatalkan</source>
      <translation>Session undone</translation>
    </message>
    <message>
      <source>Sesinya sudah berakhir; kartunya masih di meja.</source>
      <translation>The session is over; the card is still at the desk.</translation>
    </message>
    <message>
      <source>Sesinya tidak dihitung. Bila kartunya ditahan, kembalikan.</source>
      <translation>The session does not count. If the card was kept, give it back.</translation>
    </message>
    <message>
      <source>Setiap pindaian dihitung; buku tanpa barcode: Ctrl+U.</source>
      <translation>Each scan counts; books without a barcode: Ctrl+U.</translation>
    </message>
    <message>
      <source>Setujui</source>
      <translation>Approve</translation>
    </message>
    <message>
      <source>Siap lagi</source>
      <translation>Works again</translation>
    </message>
    <message>
      <source>Simpan PDF</source>
      <translation>Save PDF</translation>
    </message>
    <message>
      <source>Simpan buku</source>
      <translation>Save register</translation>
    </message>
    <message>
      <source>Simpan daftar</source>
      <translation>Save list</translation>
    </message>
    <message>
      <source>Simpan kartunya selama sesi.</source>
      <translation>Keep the card during the session.</translation>
    </message>
    <message>
      <source>Simpan kartunya.</source>
      <translation>Keep the card.</translation>
    </message>
    <message>
      <source>Simpan komputer</source>
      <translation>Save computer</translation>
    </message>
    <message>
      <source>Sisa waktu {name} tetap.</source>
      <translation>{name} keeps the time that is left.</translation>
    </message>
    <message>
      <source>Sisa waktunya tetap.</source>
      <translation>The time that is left stays.</translation>
    </message>
    <message>
      <source>Slip pengunjung dari hari lain.</source>
      <translation>Visitor slip of another day.</translation>
    </message>
    <message>
      <source>Slipnya sudah tercatat keluar.</source>
      <translation>This slip was checked out already.</translation>
    </message>
    <message>
      <source>Surel</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Tambahkan</source>
      <translation>Add</translation>
    </message>
    <message>
      <source>Tamu tanpa kartu dan slip</source>
      <translation>Guest without card or slip</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanpa ruang tertentu</source>
      <translation>No room in particular</translation>
    </message>
    <message>
      <source>Tempat</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Terbatas, dibaca di depan petugas</source>
      <translation>Restricted, read under supervision</translation>
    </message>
    <message>
      <source>Tercatat hilang atau ditarik. Nyatakan tersedia di Sirkulasi (F4).</source>
      <translation>Noted as lost or withdrawn. Declare it available at Circulation (F4).</translation>
    </message>
    <message>
      <source>Tercatat masih dipinjam {borrower}. Terima kembali di Sirkulasi.</source>
      <translation>On loan to {borrower} by the books. Take it back at Circulation.</translation>
    </message>
    <message>
      <source>Terima kembali</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tidak ada</source>
      <translation>Not there</translation>
    </message>
    <message>
      <source>Tidak ada buku yang menunggu dikembalikan ke rak.</source>
      <translation>No books wait to go back to the shelves.</translation>
    </message>
    <message>
      <source>Tidak ada kartu yang ditahan.</source>
      <translation>No card is kept here.</translation>
    </message>
    <message>
      <source>Tidak ada komputer lain yang kosong.</source>
      <translation>No other computer is free.</translation>
    </message>
    <message>
      <source>Tidak ada pemakaian internet pada masa ini.</source>
      <translation>Nobody used the internet in this period.</translation>
    </message>
    <message>
      <source>Tidak ada permintaan yang menunggu.</source>
      <translation>No requests are waiting.</translation>
    </message>
    <message>
      <source>Tidak ada sesi yang baru dimulai di sini.</source>
      <translation>No session was begun here just now.</translation>
    </message>
    <message>
      <source>Tidak ada yang menunggu persetujuan pengawas.</source>
      <translation>Nothing waits for a supervisor.</translation>
    </message>
    <message>
      <source>Tidak ada yang menunggu.</source>
      <translation>Nobody is waiting.</translation>
    </message>
    <message>
      <source>Tidak dapat diberikan?</source>
      <translation>Cannot be given?</translation>
    </message>
    <message>
      <source>Tidak dihitung</source>
      <translation>Not counted</translation>
    </message>
    <message>
      <source>Tidak ditawarkan lagi sampai dinyatakan siap.</source>
      <translation>It is not offered again until it works.</translation>
    </message>
    <message>
      <source>Tugas sekolah</source>
      <translation>School work</translation>
    </message>
    <message>
      <source>Tumpukan</source>
      <translation>Pile</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Tutup permintaan</source>
      <translation>Close request</translation>
    </message>
    <message>
      <source>Untuk buku tanpa barcode, atau bila antrean panjang: cukup jumlahnya per klas.</source>
      <translation>For books without a barcode, or when there is a rush: only how many of a class.</translation>
    </message>
    <message>
      <source>Wajib untuk koleksi terbatas.</source>
      <translation>Needed for restricted and audio-visual items.</translation>
    </message>
    <message>
      <source>Waktu habis</source>
      <translation>Time is over</translation>
    </message>
    <message>
      <source>Yang diminta</source>
      <translation>What is wanted</translation>
    </message>
    <message>
      <source>atau ketik nomor komputer</source>
      <translation>or type a computer number</translation>
    </message>
    <message>
      <source>audio visual</source>
      <translation>audio-visual</translation>
    </message>
    <message>
      <source>baris {row}, kolom {column}</source>
      <translation>row {row}, column {column}</translation>
    </message>
    <message>
      <source>buku hari ini</source>
      <translation>books today</translation>
    </message>
    <message>
      <source>buku hari ini di ruang ini</source>
      <translation>books today in this room</translation>
    </message>
    <message>
      <source>di loket lain</source>
      <translation>at another counter</translation>
    </message>
    <message>
      <source>di meja</source>
      <translation>at the desk</translation>
    </message>
    <message>
      <source>di meja baca</source>
      <translation>on a table</translation>
    </message>
    <message>
      <source>diambilkan</source>
      <translation>fetched</translation>
    </message>
    <message>
      <source>dihapus dari papan</source>
      <translation>off the board</translation>
    </message>
    <message>
      <source>diminta</source>
      <translation>asked for</translation>
    </message>
    <message>
      <source>dipakai</source>
      <translation>in use</translation>
    </message>
    <message>
      <source>dipakai pengunjung</source>
      <translation>for visitors</translation>
    </message>
    <message>
      <source>kembali</source>
      <translation>given back</translation>
    </message>
    <message>
      <source>layanan ditutup</source>
      <translation>closing time</translation>
    </message>
    <message>
      <source>listrik padam</source>
      <translation>power cut</translation>
    </message>
    <message>
      <source>minta koleksi</source>
      <translation>request an item</translation>
    </message>
    <message>
      <source>pada pembaca</source>
      <translation>with the reader</translation>
    </message>
    <message>
      <source>rusak: {reason}</source>
      <translation>out of order: {reason}</translation>
    </message>
    <message>
      <source>selesai</source>
      <translation>done</translation>
    </message>
    <message>
      <source>seseorang</source>
      <translation>somebody</translation>
    </message>
    <message>
      <source>tanpa klas</source>
      <translation>no class</translation>
    </message>
    <message>
      <source>terbatas</source>
      <translation>restricted</translation>
    </message>
    <message>
      <source>tertinggal</source>
      <translation>left behind</translation>
    </message>
    <message>
      <source>tidak disebut</source>
      <translation>not told</translation>
    </message>
    <message>
      <source>tumpukan tanpa pindai</source>
      <translation>pile, not scanned</translation>
    </message>
    <message>
      <source>waktunya habis</source>
      <translation>time was over</translation>
    </message>
    <message>
      <source>{count} buku {name}</source>
      <translation>{count} {count:book|books} of {name}</translation>
    </message>
    <message>
      <source>{count} buku {name} sudah di rak.</source>
      <translation>{count} {count:book|books} of {name} on the shelf.</translation>
    </message>
    <message>
      <source>{count} komputer ditambahkan: {first}–{last}.</source>
      <translation>{count} {count:computer|computers} added: {first}–{last}.</translation>
    </message>
    <message>
      <source>{count} komputer kosong</source>
      <translation>{count} {count:computer|computers} free</translation>
    </message>
    <message>
      <source>{count} sesi, {minutes} menit</source>
      <translation>{count} {count:session|sessions}, {minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
      <source>{minutes} menit, sampai {until}.</source>
      <translation>{minutes} {minutes:minute|minutes}, until {until}.</translation>
    </message>
    <message>
      <source>{minutes} menit.</source>
      <translation>{minutes} {minutes:minute|minutes}.</translation>
    </message>
    <message>
      <source>{name} keluar dari antrean</source>
      <translation>{name} left the queue</translation>
    </message>
    <message>
      <source>{name} masih memakai komputer {number}; akhiri dahulu sesinya.</source>
      <translation>{name} still sits at computer {number}; end the session first.</translation>
    </message>
    <message>
      <source>{name} masuk antrean</source>
      <translation>{name} is in the queue</translation>
    </message>
    <message>
      <source>“{text}” bukan kartu, slip, atau nomor komputer. Pindai sekali lagi.</source>
      <translation>“{text}” is no card, slip or computer number. Scan it again.</translation>
    </message>
  </context>
  <context>
    <name>ScanBox</name>
    <message>
      <source>Kotak pindai</source>
      <translation>Scan box</translation>
    </message>
    <message>
      <source>Pindai kartu, buku, atau ketik nama …</source>
      <translation>Scan a card or book, or type a name …</translation>
    </message>
    <message>
      <source>{count} antre</source>
      <translation>{count} waiting</translation>
    </message>
  </context>
  <context>
    <name>SelfRegistration</name>
    <message>
      <source>Anak perlu persetujuan orang tua atau wali.</source>
      <translation>A child needs the consent of a parent or guardian.</translation>
    </message>
    <message>
      <source>Bagaimana kami menghubungi Anda?</source>
      <translation>How can we reach you?</translation>
    </message>
    <message>
      <source>Boleh dikosongkan; petugas melihat kartunya nanti.</source>
      <translation>May stay empty; staff will look at the card.</translation>
    </message>
    <message>
      <source>Centang dahulu bila Anda setuju. Tanpa itu pendaftaran tidak dapat dikirim.</source>
      <translation>Tick it first if you agree. The application cannot be sent without it.</translation>
    </message>
    <message>
      <source>Di mana alamat Anda?</source>
      <translation>What is your address?</translation>
    </message>
    <message>
      <source>Identitas apa yang Anda bawa?</source>
      <translation>Which identity paper do you have with you?</translation>
    </message>
    <message>
      <source>Jadi anggota perpustakaan</source>
      <translation>Become a library member</translation>
    </message>
    <message>
      <source>Jawab beberapa pertanyaan, lalu bawa nomor pendaftaran dan kartu identitas ke petugas.</source>
      <translation>Answer a few questions, then take your application number and identity card to a librarian.</translation>
    </message>
    <message>
      <source>Kapan dan di mana Anda lahir?</source>
      <translation>When and where were you born?</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Kirim</source>
      <translation>Send</translation>
    </message>
    <message>
      <source>Langkah {number} dari {count}</source>
      <translation>Step {number} of {count}</translation>
    </message>
    <message>
      <source>Lanjut</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Mulai</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Panggil petugas.</source>
      <translation>Please call a librarian.</translation>
    </message>
    <message>
      <source>Pendaftaran mandiri</source>
      <translation>Self-registration</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>Sebutkan nomor ini kepada petugas. Layar ini segera dikosongkan.</source>
      <translation>Tell a librarian this number. The screen will be cleared in a moment.</translation>
    </message>
    <message>
      <source>Sekolah atau pekerjaan Anda?</source>
      <translation>Your school or work?</translation>
    </message>
    <message>
      <source>Selesai</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Setuju data Anda dipakai?</source>
      <translation>Do you agree to the use of your data?</translation>
    </message>
    <message>
      <source>Siapa nama Anda?</source>
      <translation>What is your name?</translation>
    </message>
    <message>
      <source>Siapa orang tua atau wali Anda?</source>
      <translation>Who is your parent or guardian?</translation>
    </message>
    <message>
      <source>Siapa yang dihubungi dalam keadaan darurat?</source>
      <translation>Who is called in an emergency?</translation>
    </message>
    <message>
      <source>Tanggalnya seperti 17-8-2010.</source>
      <translation>Write the date like 17-8-2010.</translation>
    </message>
    <message>
      <source>Terima kasih. Nomor pendaftaran Anda:</source>
      <translation>Thank you. Your application number:</translation>
    </message>
    <message>
      <source>Tulis lengkap, seperti pada kartu identitas.</source>
      <translation>In full, as on the identity card.</translation>
    </message>
    <message>
      <source>Yang Anda ketik hanya dibaca petugas, dan tidak tampil lagi di sini.</source>
      <translation>What you type is read by staff only, and never shown here again.</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>0: tidak boleh</source>
      <translation>0: not allowed</translation>
    </message>
    <message>
      <source>58 mm (32 huruf sebaris)</source>
      <translation>58 mm (32 letters a line)</translation>
    </message>
    <message>
      <source>80 mm (42 huruf sebaris)</source>
      <translation>80 mm (42 letters a line)</translation>
    </message>
    <message>
      <source>80 mm (48 huruf sebaris)</source>
      <translation>80 mm (48 letters a line)</translation>
    </message>
    <message>
      <source>Agustus</source>
      <translation>August</translation>
    </message>
    <message>
      <source>Aktifkan lagi</source>
      <translation>Reactivate</translation>
    </message>
    <message>
      <source>Alamat</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Anggota</source>
      <translation>Member</translation>
    </message>
    <message>
      <source>Angka periksa kartu anggota</source>
      <translation>Member card check digit</translation>
    </message>
    <message>
      <source>Angka periksa label buku</source>
      <translation>Book label check digit</translation>
    </message>
    <message>
      <source>April</source>
      <translation>April</translation>
    </message>
    <message>
      <source>Aturan bawaan: tidak ada aturan tertulis yang cocok</source>
      <translation>Built-in rule: no written rule fits</translation>
    </message>
    <message>
      <source>Aturan dicabut. Pinjaman lama tetap memakai aturannya.</source>
      <translation>Rule withdrawn. Earlier loans keep their rule.</translation>
    </message>
    <message>
      <source>Aturan disimpan dan langsung berlaku.</source>
      <translation>Rules saved; they apply at once.</translation>
    </message>
    <message>
      <source>Aturan menurut jenis anggota dan jenis koleksi</source>
      <translation>Rules by member type and collection</translation>
    </message>
    <message>
      <source>Aturan peminjaman</source>
      <translation>Loan rules</translation>
    </message>
    <message>
      <source>Aturan umum</source>
      <translation>General rules</translation>
    </message>
    <message>
      <source>Aturan {pair}</source>
      <translation>Rule {pair}</translation>
    </message>
    <message>
      <source>Aturan {pair} disimpan dan berlaku mulai sekarang.</source>
      <translation>Rule {pair} saved; it applies from now on.</translation>
    </message>
    <message>
      <source>Awal nomor slip, misalnya KTA.</source>
      <translation>Begins slip numbers, such as KTA.</translation>
    </message>
    <message>
      <source>Bagian pengaturan</source>
      <translation>Settings sections</translation>
    </message>
    <message>
      <source>Bagiannya {running:5} {kind} {station} {roman} {mm} {dd} {yyyy} {yy}. Nomor urut mulai lagi tiap tahun di tiap loket.</source>
      <translation>Its parts are {running:5} {kind} {station} {roman} {mm} {dd} {yyyy} {yy}. Running numbers begin again every year at every desk.</translation>
    </message>
    <message>
      <source>Bagiannya {yyyy} {yy} {mm} {dd} {station} {running:5} {sex} {check}; kode loket menjaga agar nomor tidak kembar. Nomor lama tetap.</source>
      <translation>Its parts are {yyyy} {yy} {mm} {dd} {station} {running:5} {sex} {check}; the counter code keeps numbers from clashing. Old numbers stay.</translation>
    </message>
    <message>
      <source>Bahasa</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Bank kas daerah</source>
      <translation>Bank of the regional cash account</translation>
    </message>
    <message>
      <source>Baris terakhir setiap struk, misalnya jam layanan.</source>
      <translation>The last lines of every slip, such as the opening hours.</translation>
    </message>
    <message>
      <source>Baris {line} ({text}): namanya kosong.</source>
      <translation>Line {line} ({text}): the name is missing.</translation>
    </message>
    <message>
      <source>Baris {line}: tanda kutipnya tidak berpasangan.</source>
      <translation>Line {line}: a quotation mark has no partner.</translation>
    </message>
    <message>
      <source>Baris {line}: tanggal “{text}” tidak terbaca.</source>
      <translation>Line {line}: date “{text}” cannot be read.</translation>
    </message>
    <message>
      <source>Baris {line}: tanggalnya kosong.</source>
      <translation>Line {line}: the date is missing.</translation>
    </message>
    <message>
      <source>Batalkan perubahan</source>
      <translation>Discard changes</translation>
    </message>
    <message>
      <source>Batas pinjaman menghitung</source>
      <translation>The loan limit counts</translation>
    </message>
    <message>
      <source>Bawaan: {value}</source>
      <translation>Default: {value}</translation>
    </message>
    <message>
      <source>Belakang ke bawah</source>
      <translation>Back, down</translation>
    </message>
    <message>
      <source>Belakang ke kanan</source>
      <translation>Back, to the right</translation>
    </message>
    <message>
      <source>Belum ada hari tutup bertanggal pada tahun ini.</source>
      <translation>This year has no dated closed days yet.</translation>
    </message>
    <message>
      <source>Belum ada ruang; semua pengunjung ditulis di buku pintu.</source>
      <translation>No rooms yet; all visitors go into the book at the door.</translation>
    </message>
    <message>
      <source>Belum dipilih</source>
      <translation>Not chosen yet</translation>
    </message>
    <message>
      <source>Belum pernah dicadangkan.</source>
      <translation>Never backed up.</translation>
    </message>
    <message>
      <source>Belum tertulis; kini memakai {source}.</source>
      <translation>Not set; now uses {source}.</translation>
    </message>
    <message>
      <source>Bendahara penerimaan</source>
      <translation>Treasurer of receipts</translation>
    </message>
    <message>
      <source>Berkas CSV (*.csv *.txt)</source>
      <translation>CSV files (*.csv *.txt)</translation>
    </message>
    <message>
      <source>Berkas PDF</source>
      <translation>PDF files</translation>
    </message>
    <message>
      <source>Berkas video atau alamat</source>
      <translation>Video file or address</translation>
    </message>
    <message>
      <source>Besarnya uang jaminan</source>
      <translation>Amount of the deposit</translation>
    </message>
    <message>
      <source>Bila dua aturan sama cocoknya, utamakan</source>
      <translation>If two rules fit equally, prefer</translation>
    </message>
    <message>
      <source>Bila hari belum ditutup; tanda tangannya menyusul paginya.</source>
      <translation>When the day was not closed; it is signed in the morning.</translation>
    </message>
    <message>
      <source>Bila sisi belakang terbalik, ganti ini.</source>
      <translation>Change this if the back comes out upside down.</translation>
    </message>
    <message>
      <source>Bila tenggang terlewat</source>
      <translation>When grace is over</translation>
    </message>
    <message>
      <source>Bila terlambat</source>
      <translation>When late</translation>
    </message>
    <message>
      <source>Bila tidak, bendahara yang menyetorkannya dengan STS.</source>
      <translation>Otherwise the treasurer deposits them with a deposit slip (STS).</translation>
    </message>
    <message>
      <source>Boleh diperpanjang</source>
      <translation>Renewals</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Book</translation>
    </message>
    <message>
      <source>Buku digital kembali sendiri sesudah</source>
      <translation>An e-book goes back by itself after</translation>
    </message>
    <message>
      <source>Buku tamu dan kios</source>
      <translation>Guestbook and kiosk</translation>
    </message>
    <message>
      <source>Buku yang difotokopi di luar kembali dalam</source>
      <translation>A book copied outside is back within</translation>
    </message>
    <message>
      <source>Bunyi pendek untuk setiap jawaban pindaian.</source>
      <translation>A short sound for every answer to a scan.</translation>
    </message>
    <message>
      <source>Cabut aturan</source>
      <translation>Withdraw rule</translation>
    </message>
    <message>
      <source>Cadangan &amp; kunci</source>
      <translation>Backup &amp; key</translation>
    </message>
    <message>
      <source>Cadangan terakhir: {when}.</source>
      <translation>Last backup: {when}.</translation>
    </message>
    <message>
      <source>Cadangan tersimpan dan terbaca kembali, juga di media kedua.</source>
      <translation>Backup saved and read back, on the second medium too.</translation>
    </message>
    <message>
      <source>Cadangan tersimpan dan terbaca kembali.</source>
      <translation>Backup saved and read back.</translation>
    </message>
    <message>
      <source>Cadangan tersimpan, tetapi media kedua tidak. {why}</source>
      <translation>Backup saved, but not on the second medium. {why}</translation>
    </message>
    <message>
      <source>Cadangkan sekarang</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>Calon anggota mengisi sendiri; petugas yang mengesahkan.</source>
      <translation>Applicants fill in the form; staff accept it.</translation>
    </message>
    <message>
      <source>Cari lagi</source>
      <translation>Look again</translation>
    </message>
    <message>
      <source>Cetak juga sisi belakang</source>
      <translation>Print the back, too</translation>
    </message>
    <message>
      <source>Cetak kartu uji</source>
      <translation>Print a test card</translation>
    </message>
    <message>
      <source>Cetak logo perpustakaan di atas</source>
      <translation>Print the library's logo on top</translation>
    </message>
    <message>
      <source>Cetak struk uji</source>
      <translation>Print a test slip</translation>
    </message>
    <message>
      <source>Coba aturan</source>
      <translation>Try the rule</translation>
    </message>
    <message>
      <source>Coba kamera</source>
      <translation>Try the camera</translation>
    </message>
    <message>
      <source>Daftar buku dan jatuh temponya, saat layanan satu anggota selesai.</source>
      <translation>The books and their due dates, when a member is done.</translation>
    </message>
    <message>
      <source>Daftar dan keamanan</source>
      <translation>Lists and security</translation>
    </message>
    <message>
      <source>Daftar hari tutup</source>
      <translation>List of closed days</translation>
    </message>
    <message>
      <source>Daftar petugas</source>
      <translation>List of operators</translation>
    </message>
    <message>
      <source>Daftar segera jatuh tempo mencakup</source>
      <translation>The due-soon list covers</translation>
    </message>
    <message>
      <source>Dalam bahasa Inggris</source>
      <translation>In English</translation>
    </message>
    <message>
      <source>Dalam satu sesi.</source>
      <translation>In one session.</translation>
    </message>
    <message>
      <source>Dari</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Dari kartu identitas hanya jenis dan empat angka terakhir yang dicatat.</source>
      <translation>Of an identity card only its kind and last four digits are written down.</translation>
    </message>
    <message>
      <source>Dasar hukum</source>
      <translation>Legal basis</translation>
    </message>
    <message>
      <source>Data di komputer ini disandikan. Tanpa kunci ini cadangan tidak dapat dibuka di komputer lain. Simpan lembarnya di lemari terkunci, bukan di samping komputer.</source>
      <translation>The data on this computer is encrypted. Without this key a backup cannot be opened on another computer. Keep the sheet in a locked cupboard, not beside the computer.</translation>
    </message>
    <message>
      <source>Denda paling banyak</source>
      <translation>Highest fine</translation>
    </message>
    <message>
      <source>Denda per eksemplar sehari</source>
      <translation>Fine per copy per day</translation>
    </message>
    <message>
      <source>Denda uang hanya bila ada peraturan daerahnya.</source>
      <translation>Money fines only under a local regulation.</translation>
    </message>
    <message>
      <source>Dengan aturan yang sedang diisi, {pair}</source>
      <translation>With the rule being filled in, {pair}</translation>
    </message>
    <message>
      <source>Dengan gelar; tertulis di bawah tanda tangan.</source>
      <translation>With titles; written under the signature.</translation>
    </message>
    <message>
      <source>Dengarkan</source>
      <translation>Listen</translation>
    </message>
    <message>
      <source>Depan ke bawah</source>
      <translation>Front, down</translation>
    </message>
    <message>
      <source>Depan ke kanan</source>
      <translation>Front, to the right</translation>
    </message>
    <message>
      <source>Deret loker seperti berdiri di ruangan, nomor dan tandanya.</source>
      <translation>Banks of lockers as they stand in the room, their numbers and tags.</translation>
    </message>
    <message>
      <source>Desain kartu anggota</source>
      <translation>Member card design</translation>
    </message>
    <message>
      <source>Desember</source>
      <translation>December</translation>
    </message>
    <message>
      <source>Dibaca sebelum menyetujui; setiap perubahan menjadi versi baru.</source>
      <translation>Read before agreeing; each change becomes a new version.</translation>
    </message>
    <message>
      <source>Dibuka lagi dengan PIN; pekerjaan di layar tetap ada.</source>
      <translation>A PIN unlocks it; work on screen stays.</translation>
    </message>
    <message>
      <source>Dipakai untuk foto kartu anggota.</source>
      <translation>Takes the photos for members' cards.</translation>
    </message>
    <message>
      <source>Dipinjam</source>
      <translation>Lent</translation>
    </message>
    <message>
      <source>Dipinjam {lent_on}, jatuh tempo {due_on} ({why}).</source>
      <translation>Lent {lent_on}, due {due_on} ({why}).</translation>
    </message>
    <message>
      <source>Disimpan.</source>
      <translation>Saved.</translation>
    </message>
    <message>
      <source>Disimpan. Profil yang berbeda tampil setelah Loket dibuka lagi.</source>
      <translation>Saved. A different profile shows after Loket is reopened.</translation>
    </message>
    <message>
      <source>Ditawarkan kepada</source>
      <translation>Offered to</translation>
    </message>
    <message>
      <source>Ditulis 08:00-15:30, dengan istirahat 08:00-11:30, 13:00-15:30; kosong berarti tutup.</source>
      <translation>Written 08:00-15:30, with a break 08:00-11:30, 13:00-15:30; empty means closed.</translation>
    </message>
    <message>
      <source>EAN-13</source>
      <translation>EAN-13</translation>
    </message>
    <message>
      <source>Eksemplar sekaligus</source>
      <translation>Copies at once</translation>
    </message>
    <message>
      <source>Februari</source>
      <translation>February</translation>
    </message>
    <message>
      <source>Folder berkas PDF</source>
      <translation>Folder for PDF files</translation>
    </message>
    <message>
      <source>Folder cadangan</source>
      <translation>Backup folder</translation>
    </message>
    <message>
      <source>Folder ini tidak ada sekarang; periksa apakah medianya terpasang.</source>
      <translation>This folder is not there now; check that its medium is plugged in.</translation>
    </message>
    <message>
      <source>Foto dan kartu</source>
      <translation>Photos and cards</translation>
    </message>
    <message>
      <source>Gambar kamera</source>
      <translation>Camera picture</translation>
    </message>
    <message>
      <source>Gelap</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Gerakan</source>
      <translation>Motion</translation>
    </message>
    <message>
      <source>Hal-hal yang berbeda di tiap perpustakaan. Berlaku di semua loket.</source>
      <translation>What differs from library to library. Applies at every counter.</translation>
    </message>
    <message>
      <source>Hanya administrator yang dapat mengubah petugas.</source>
      <translation>Only an administrator can change operators.</translation>
    </message>
    <message>
      <source>Hanya bila jaminannya uang; dikembalikan bersama tandanya.</source>
      <translation>Only where the pledge is money; given back for the tag.</translation>
    </message>
    <message>
      <source>Hanya dengan angka periksa.</source>
      <translation>Only with a check digit.</translation>
    </message>
    <message>
      <source>Hanya dibaca di tempat: {kinds}.</source>
      <translation>Read in the library only: {kinds}.</translation>
    </message>
    <message>
      <source>Hanya diterima bendahara</source>
      <translation>Only the treasurer receives</translation>
    </message>
    <message>
      <source>Hanya untuk komputer ini.</source>
      <translation>For this computer only.</translation>
    </message>
    <message>
      <source>Hanya untuk komputer ini; langsung berlaku.</source>
      <translation>For this computer only; applies at once.</translation>
    </message>
    <message>
      <source>Hapus dari daftar</source>
      <translation>Remove from list</translation>
    </message>
    <message>
      <source>Hari buka sejak diterima; aturan umumnya satu hari.</source>
      <translation>Open days since it was received; the general rule is one day.</translation>
    </message>
    <message>
      <source>Hari dihitung</source>
      <translation>Days counted</translation>
    </message>
    <message>
      <source>Hari tanpa layanan setiap minggu. Tanggal libur diatur di Hari tutup.</source>
      <translation>Days without service every week. Holiday dates are under Closed days.</translation>
    </message>
    <message>
      <source>Hari tenggang</source>
      <translation>Grace days</translation>
    </message>
    <message>
      <source>Hari terakhir masih bebas</source>
      <translation>The last day is still free</translation>
    </message>
    <message>
      <source>Hari tutup</source>
      <translation>Closed days</translation>
    </message>
    <message>
      <source>Hari tutup dan jatuh tempo</source>
      <translation>Closed days and due dates</translation>
    </message>
    <message>
      <source>Hari tutup mingguan disimpan.</source>
      <translation>Weekly closed days saved.</translation>
    </message>
    <message>
      <source>Hari untuk teguran pertama, kedua, ketiga; pisahkan dengan koma.</source>
      <translation>Days overdue for the first, second, third reminder; separate by commas.</translation>
    </message>
    <message>
      <source>Hari yang sama juga, paling lambat saat tutup (SOP foto copy).</source>
      <translation>The same day, at closing at the latest (SOP foto copy).</translation>
    </message>
    <message>
      <source>Hentikan</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Huruf kecil dan angka; tidak berubah lagi.</source>
      <translation>Small letters and digits; cannot be changed.</translation>
    </message>
    <message>
      <source>Impor CSV …</source>
      <translation>Import CSV …</translation>
    </message>
    <message>
      <source>Ingatkan meterai di atas</source>
      <translation>Remind of a duty stamp above</translation>
    </message>
    <message>
      <source>Internet per orang dalam sehari</source>
      <translation>Internet per person and day</translation>
    </message>
    <message>
      <source>Isi berkas</source>
      <translation>File contents</translation>
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation>Fill this in.</translation>
    </message>
    <message>
      <source>Isi kotak: lama pinjam · eksemplar. Tebal: tertulis untuk kotak itu; lainnya menurun.</source>
      <translation>In each cell: loan length · copies. Bold: set for that cell; others inherit.</translation>
    </message>
    <message>
      <source>Isian formulir anggota</source>
      <translation>Fields of the member form</translation>
    </message>
    <message>
      <source>Jam layanan</source>
      <translation>Opening hours</translation>
    </message>
    <message>
      <source>Jaminan untuk tanda loker</source>
      <translation>Pledge for a locker tag</translation>
    </message>
    <message>
      <source>Janji waktu layanan yang berbeda dari SOP</source>
      <translation>Service times promised other than the SOP's</translation>
    </message>
    <message>
      <source>Januari</source>
      <translation>January</translation>
    </message>
    <message>
      <source>Jatuh tempo hari ini belum terlambat.</source>
      <translation>Due today is not yet late.</translation>
    </message>
    <message>
      <source>Jatuh tempo menghindari hari ini, dan keterlambatan tidak menghitungnya.</source>
      <translation>Due dates avoid this day, and lateness does not count it.</translation>
    </message>
    <message>
      <source>Jatuh tempo pada hari tutup</source>
      <translation>Due on a closed day</translation>
    </message>
    <message>
      <source>Jatuh tempo tidak melewati masa berlaku kartu</source>
      <translation>Not due later than the card is valid</translation>
    </message>
    <message>
      <source>Jenis</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Jenis anggota</source>
      <translation>Member types</translation>
    </message>
    <message>
      <source>Jenis koleksi</source>
      <translation>Collection kinds</translation>
    </message>
    <message>
      <source>Jenis ruang</source>
      <translation>Kind of room</translation>
    </message>
    <message>
      <source>Judul sekaligus</source>
      <translation>Titles at once</translation>
    </message>
    <message>
      <source>Juga jatuh tempo tutup</source>
      <translation>Also on the due date</translation>
    </message>
    <message>
      <source>Juli</source>
      <translation>July</translation>
    </message>
    <message>
      <source>Jumat</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>Juni</source>
      <translation>June</translation>
    </message>
    <message>
      <source>Kalender {year}: {count} hari tutup bertanggal</source>
      <translation>Calendar {year}: {count} dated closed {count:day|days}</translation>
    </message>
    <message>
      <source>Kalimat penutup struk</source>
      <translation>Last lines of slips</translation>
    </message>
    <message>
      <source>Kamera</source>
      <translation>Camera</translation>
    </message>
    <message>
      <source>Kamera foto anggota</source>
      <translation>Camera for members' photos</translation>
    </message>
    <message>
      <source>Kamera {number}</source>
      <translation>Camera {number}</translation>
    </message>
    <message>
      <source>Kamis</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Kartu anggota dititipkan selama sesi</source>
      <translation>The member card is kept during a session</translation>
    </message>
    <message>
      <source>Kartu dibalik</source>
      <translation>The card is turned</translation>
    </message>
    <message>
      <source>Kartu setiap kali</source>
      <translation>Cards each time</translation>
    </message>
    <message>
      <source>Kartu uji dikirim. Bingkainya 3 mm dari tiap tepi; isikan selisihnya, lalu cetak lagi.</source>
      <translation>The test card was sent. Its frame is 3 mm from each edge; enter the difference, then print again.</translation>
    </message>
    <message>
      <source>Kata sandi</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Kata sandi baru</source>
      <translation>New password</translation>
    </message>
    <message>
      <source>Kata sandi sekali lagi</source>
      <translation>Password once more</translation>
    </message>
    <message>
      <source>Ke pecahan terdekat yang ada; selisihnya tercatat di baris sendiri.</source>
      <translation>To the nearest coins there are; the difference has a line of its own.</translation>
    </message>
    <message>
      <source>Keanggotaan berlaku</source>
      <translation>Membership lasts</translation>
    </message>
    <message>
      <source>Keanggotaan dan kartu</source>
      <translation>Membership and card</translation>
    </message>
    <message>
      <source>Kebanyakan SOP menolaknya; bukunya diterima dahulu.</source>
      <translation>Most SOPs refuse it; the book is taken back first.</translation>
    </message>
    <message>
      <source>Kegiatan dan detiknya, misalnya loan:90, return:60. Pisahkan dengan koma.</source>
      <translation>Actions and their seconds, such as loan:90, return:60. Separate by commas.</translation>
    </message>
    <message>
      <source>Kembali</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Kembali {returned_on}: tepat waktu.</source>
      <translation>Returned {returned_on}: on time.</translation>
    </message>
    <message>
      <source>Kembali {returned_on}: {how}; {price}.</source>
      <translation>Returned {returned_on}: {how}; {price}.</translation>
    </message>
    <message>
      <source>Kembalikan ke bawaan</source>
      <translation>Reset to default</translation>
    </message>
    <message>
      <source>Kepala perpustakaan</source>
      <translation>Head of the library</translation>
    </message>
    <message>
      <source>Keras suara</source>
      <translation>Volume</translation>
    </message>
    <message>
      <source>Kertas</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Ketik kata sandi Anda sekali lagi. Pastikan tidak ada yang melihat layar ini.</source>
      <translation>Type your password once more. Make sure nobody else sees this screen.</translation>
    </message>
    <message>
      <source>Kewajiban uang menghalangi di atas</source>
      <translation>Money owed blocks loans above</translation>
    </message>
    <message>
      <source>Kios menanyakan tujuan kunjungan anggota</source>
      <translation>The kiosk asks members why they came</translation>
    </message>
    <message>
      <source>Kios menawarkan survei kepuasan</source>
      <translation>The kiosk offers the satisfaction survey</translation>
    </message>
    <message>
      <source>Kios menerima pendaftaran anggota</source>
      <translation>The kiosk takes registrations</translation>
    </message>
    <message>
      <source>Kios menyapa dengan suara</source>
      <translation>The kiosk greets aloud</translation>
    </message>
    <message>
      <source>Kios pengunjung</source>
      <translation>Visitors’ kiosk</translation>
    </message>
    <message>
      <source>Kode</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Kode dan pindaian</source>
      <translation>Codes and scans</translation>
    </message>
    <message>
      <source>Kode loket</source>
      <translation>Counter code</translation>
    </message>
    <message>
      <source>Kode loketnya, misalnya L1. Kosong: loket berkode pertama.</source>
      <translation>The counter's code, such as L1. Empty: the first by code.</translation>
    </message>
    <message>
      <source>Kode pada kartu anggota</source>
      <translation>Code on the member card</translation>
    </message>
    <message>
      <source>Kode perpustakaan</source>
      <translation>Library code</translation>
    </message>
    <message>
      <source>Kode ruang</source>
      <translation>Code of the room</translation>
    </message>
    <message>
      <source>Kode wilayah BPS</source>
      <translation>BPS area code</translation>
    </message>
    <message>
      <source>Kode yang sama sekali lagi dalam waktu ini mungkin terpindai dua kali.</source>
      <translation>The same code again within this time may be a double scan.</translation>
    </message>
    <message>
      <source>Koleksi</source>
      <translation>Collection</translation>
    </message>
    <message>
      <source>Koleksi yang hanya dibaca di tempat</source>
      <translation>Collections read in the library only</translation>
    </message>
    <message>
      <source>Komputer internet</source>
      <translation>Internet computers</translation>
    </message>
    <message>
      <source>Komputer untuk pengunjung, seperti berdiri di ruangan.</source>
      <translation>Computers for visitors, as they stand in the room.</translation>
    </message>
    <message>
      <source>Kontras tinggi</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>Kontras tinggi untuk mata yang lelah atau layar yang silau.</source>
      <translation>High contrast for tired eyes or a screen with glare.</translation>
    </message>
    <message>
      <source>Kosong: folder backups di samping data. Satu folder untuk satu loket.</source>
      <translation>Empty: the folder backups beside the data. One folder for each counter.</translation>
    </message>
    <message>
      <source>Kosong: kalimat yang disertakan. Isiannya {nama} {buku} {jatuh_tempo} {hari} {denda} {perpustakaan}.</source>
      <translation>Empty: the shipped words. Fields: {nama} {buku} {jatuh_tempo} {hari} {denda} {perpustakaan}.</translation>
    </message>
    <message>
      <source>Kosongkan bila tidak diganti.</source>
      <translation>Leave empty to keep it.</translation>
    </message>
    <message>
      <source>Kunci pemulihan</source>
      <translation>Recovery key</translation>
    </message>
    <message>
      <source>Kunjungan yang sudah tercatat ikut nama barunya.</source>
      <translation>Visits counted before show the new name.</translation>
    </message>
    <message>
      <source>Label yang salah baca langsung ketahuan, bukan “tidak dikenal”.</source>
      <translation>A misread label is noticed at once, not called “unknown”.</translation>
    </message>
    <message>
      <source>Laci kas</source>
      <translation>Cash drawer</translation>
    </message>
    <message>
      <source>Lama perpanjangan</source>
      <translation>Renewal length</translation>
    </message>
    <message>
      <source>Lama pinjam</source>
      <translation>Loan length</translation>
    </message>
    <message>
      <source>Lama satu sesi internet</source>
      <translation>Length of an internet session</translation>
    </message>
    <message>
      <source>Lazimnya sama: 1 hari</source>
      <translation>Usually the same: 1 day</translation>
    </message>
    <message>
      <source>Lengkap</source>
      <translation>Full</translation>
    </message>
    <message>
      <source>Lewat jaringan …</source>
      <translation>Over the network …</translation>
    </message>
    <message>
      <source>Lewat kabel serial …</source>
      <translation>Over a serial cable …</translation>
    </message>
    <message>
      <source>Libur nasional dan cuti bersama {year}</source>
      <translation>National holidays and joint leave {year}</translation>
    </message>
    <message>
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <source>Logo tersimpan. Cetak struk uji untuk melihatnya.</source>
      <translation>Logo saved. Print a test slip to see it.</translation>
    </message>
    <message>
      <source>Logo yang sama dengan pada kartu anggota.</source>
      <translation>The same logo as on member cards.</translation>
    </message>
    <message>
      <source>Loker</source>
      <translation>Lockers</translation>
    </message>
    <message>
      <source>Loker terlalu lama dipakai sesudah</source>
      <translation>A locker is overdue after</translation>
    </message>
    <message>
      <source>Loker yang belum kosong saat tutup selalu ditunjukkan.</source>
      <translation>Lockers still in use at closing are always shown.</translation>
    </message>
    <message>
      <source>Loket ini</source>
      <translation>This counter</translation>
    </message>
    <message>
      <source>Loket terkunci bila ditinggal</source>
      <translation>Lock the counter when left</translation>
    </message>
    <message>
      <source>Loket yang merekap kios dan pintu</source>
      <translation>Counter whose recap counts kiosks and doors</translation>
    </message>
    <message>
      <source>Luhn (mod 10, kode 14 angka)</source>
      <translation>Luhn (mod 10, 14-digit code)</translation>
    </message>
    <message>
      <source>Maret</source>
      <translation>March</translation>
    </message>
    <message>
      <source>Matikan di ruang yang harus hening.</source>
      <translation>Switch it off where silence is needed.</translation>
    </message>
    <message>
      <source>Media kedua</source>
      <translation>Second medium</translation>
    </message>
    <message>
      <source>Mei</source>
      <translation>May</translation>
    </message>
    <message>
      <source>Meminjam juga tercatat sebagai kunjungan</source>
      <translation>A loan is also recorded as a visit</translation>
    </message>
    <message>
      <source>Mempunyai buku pengunjung sendiri</source>
      <translation>Keeps its own visitor book</translation>
    </message>
    <message>
      <source>Menentukan layanan mana yang memakainya.</source>
      <translation>Says which service uses it.</translation>
    </message>
    <message>
      <source>Menyalin dan memeriksa cadangan …</source>
      <translation>Copying and checking the backup …</translation>
    </message>
    <message>
      <source>Minggu</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>Misalnya 041/{running}/{station}/{roman}/{yyyy}. Kosong: nomor ditulis tangan.</source>
      <translation>Such as 041/{running}/{station}/{roman}/{yyyy}. Empty: numbers are written by hand.</translation>
    </message>
    <message>
      <source>Misalnya Meja Sirkulasi 2.</source>
      <translation>Such as Circulation Desk 2.</translation>
    </message>
    <message>
      <source>Misalnya flash disk; setiap cadangan juga disalin ke sana.</source>
      <translation>Such as a USB stick; every backup is copied there too.</translation>
    </message>
    <message>
      <source>Misalnya rtsp://… dari kamera jaringan.</source>
      <translation>For example rtsp://… of a network camera.</translation>
    </message>
    <message>
      <source>Misalnya “Pelajar × Semua” dan “Semua × Anak” untuk pelajar yang meminjam buku anak.</source>
      <translation>Such as “Pupil × All” and “All × Children” for a pupil borrowing a children's book.</translation>
    </message>
    <message>
      <source>Muat libur nasional {year}</source>
      <translation>Load holidays {year}</translation>
    </message>
    <message>
      <source>NIP bendahara penerimaan</source>
      <translation>NIP of the receiving treasurer</translation>
    </message>
    <message>
      <source>NIP kepala</source>
      <translation>Head's NIP</translation>
    </message>
    <message>
      <source>Nama</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nama bendahara penerimaan</source>
      <translation>Name of the receiving treasurer</translation>
    </message>
    <message>
      <source>Nama bukan anggota disimpan</source>
      <translation>Names of non-members are kept</translation>
    </message>
    <message>
      <source>Nama kota di depan tanggal, misalnya Kupang.</source>
      <translation>The town before the date, such as Kupang.</translation>
    </message>
    <message>
      <source>Nama lengkap</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Nama loket</source>
      <translation>Counter name</translation>
    </message>
    <message>
      <source>Nama pendek desainnya. Lihat dan pilih di halaman Desain kartu.</source>
      <translation>The design's short name. See and choose it on the Card design page.</translation>
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation>Username</translation>
    </message>
    <message>
      <source>Nama perpustakaan</source>
      <translation>Library name</translation>
    </message>
    <message>
      <source>Nama ruang</source>
      <translation>Name of the room</translation>
    </message>
    <message>
      <source>Nama wilayah BPS</source>
      <translation>BPS area name</translation>
    </message>
    <message>
      <source>Nomor dan tahun perda atau perbup.</source>
      <translation>Number and year of the regulation.</translation>
    </message>
    <message>
      <source>Nomor rekening kas daerah</source>
      <translation>Number of the regional cash account</translation>
    </message>
    <message>
      <source>Nonaktifkan</source>
      <translation>Deactivate</translation>
    </message>
    <message>
      <source>November</source>
      <translation>November</translation>
    </message>
    <message>
      <source>Nyalakan bila pengunjung tidak mengisi buku tamu di pintu.</source>
      <translation>Turn on if visitors sign no guestbook at the door.</translation>
    </message>
    <message>
      <source>Oktober</source>
      <translation>October</translation>
    </message>
    <message>
      <source>Orang tua atau wali wajib di bawah</source>
      <translation>Parent or guardian required under</translation>
    </message>
    <message>
      <source>Orang yang sama dihitung sekali dalam</source>
      <translation>The same person counts once in</translation>
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf.</source>
      <translation>At least {minimum} characters.</translation>
    </message>
    <message>
      <source>Panjang kode label buku</source>
      <translation>Length of book label codes</translation>
    </message>
    <message>
      <source>Pejabat</source>
      <translation>Officials</translation>
    </message>
    <message>
      <source>Pemberitahuan data pribadi</source>
      <translation>Privacy notice</translation>
    </message>
    <message>
      <source>Pembulatan tunai</source>
      <translation>Rounding of cash</translation>
    </message>
    <message>
      <source>Pemindai laser hanya membaca barcode.</source>
      <translation>Laser scanners read barcodes only.</translation>
    </message>
    <message>
      <source>Peminjaman</source>
      <translation>Lending</translation>
    </message>
    <message>
      <source>Penanda tangan rekap dan kartu.</source>
      <translation>Signs recaps and cards.</translation>
    </message>
    <message>
      <source>Pendek dan lain dari loket lainnya.</source>
      <translation>Short, and unlike any other counter's.</translation>
    </message>
    <message>
      <source>Pendek, untuk laporan, misalnya REF.</source>
      <translation>Short, for reports, such as REF.</translation>
    </message>
    <message>
      <source>Penghalang pinjaman</source>
      <translation>What blocks a loan</translation>
    </message>
    <message>
      <source>Per buku: pintu dan ruang masing-masing. SLiMS memakai 60 menit.</source>
      <translation>In each book: door and rooms apart. SLiMS uses 60 minutes.</translation>
    </message>
    <message>
      <source>Peran</source>
      <translation>Roles</translation>
    </message>
    <message>
      <source>Perangkat</source>
      <translation>Devices</translation>
    </message>
    <message>
      <source>Perangkat atau berkas …</source>
      <translation>A device or a file …</translation>
    </message>
    <message>
      <source>Perpanjangan</source>
      <translation>Renewal</translation>
    </message>
    <message>
      <source>Perpanjangan dihitung</source>
      <translation>A renewal counts</translation>
    </message>
    <message>
      <source>Perpanjangan sesi paling banyak</source>
      <translation>Most extensions</translation>
    </message>
    <message>
      <source>Perpustakaan</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>Perpustakaan &amp; loket</source>
      <translation>Library &amp; counter</translation>
    </message>
    <message>
      <source>Pesan WhatsApp untuk yang terlambat</source>
      <translation>WhatsApp message for overdue loans</translation>
    </message>
    <message>
      <source>Petugas</source>
      <translation>Operators</translation>
    </message>
    <message>
      <source>Petugas baru</source>
      <translation>New operator</translation>
    </message>
    <message>
      <source>Petugas melihat dan mendengarnya.</source>
      <translation>Staff see and hear it.</translation>
    </message>
    <message>
      <source>Pilih berkas hari tutup</source>
      <translation>Choose a file of closed days</translation>
    </message>
    <message>
      <source>Pilih folder</source>
      <translation>Choose a folder</translation>
    </message>
    <message>
      <source>Pilih folder cadangan</source>
      <translation>Choose the backup folder</translation>
    </message>
    <message>
      <source>Pilih folder media kedua</source>
      <translation>Choose the second folder</translation>
    </message>
    <message>
      <source>Pilih logo</source>
      <translation>Choose a logo</translation>
    </message>
    <message>
      <source>Pilih logo …</source>
      <translation>Choose logo …</translation>
    </message>
    <message>
      <source>Pilih …</source>
      <translation>Choose …</translation>
    </message>
    <message>
      <source>Pindaian kembar ditanyakan dalam</source>
      <translation>Question a double scan within</translation>
    </message>
    <message>
      <source>Pinjaman terlambat boleh diperpanjang</source>
      <translation>Overdue loans may be renewed</translation>
    </message>
    <message>
      <source>Pinjaman terlambat menghalangi pinjaman baru</source>
      <translation>Overdue loans block new loans</translation>
    </message>
    <message>
      <source>Pinjaman yang jatuh tempo dalam sekian hari ke depan.</source>
      <translation>Loans due within so many days.</translation>
    </message>
    <message>
      <source>Pintu dan loker</source>
      <translation>Door and lockers</translation>
    </message>
    <message>
      <source>Pintu selalu mempunyai bukunya sendiri; ruang tidak dijumlahkan.</source>
      <translation>The door always has its own book; rooms are not added to it.</translation>
    </message>
    <message>
      <source>Pisahkan dengan koma, seperti tertulis pada eksemplar.</source>
      <translation>Separate with commas, as written on the copies.</translation>
    </message>
    <message>
      <source>Pisahkan dengan koma. Yang dihapus tetap tertulis pada anggota lama.</source>
      <translation>Separate with commas. Removed ones stay with earlier members.</translation>
    </message>
    <message>
      <source>Pola nomor anggota</source>
      <translation>Member number pattern</translation>
    </message>
    <message>
      <source>Pola nomor kuitansi</source>
      <translation>Pattern of receipt numbers</translation>
    </message>
    <message>
      <source>Pola nomor surat teguran</source>
      <translation>Number format of reminder letters</translation>
    </message>
    <message>
      <source>Praktik umum; pengawas dapat menyetujui yang kedua.</source>
      <translation>Common practice; a supervisor can approve a second one.</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>Printer</translation>
    </message>
    <message>
      <source>Printer kartu</source>
      <translation>Card printer</translation>
    </message>
    <message>
      <source>Printer struk</source>
      <translation>Receipt printer</translation>
    </message>
    <message>
      <source>Profil</source>
      <translation>Profile</translation>
    </message>
    <message>
      <source>QRIS dan transfer langsung ke kas daerah</source>
      <translation>QRIS and transfers go straight to the regional cash account</translation>
    </message>
    <message>
      <source>Rabu</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>Rekap dan laporan</source>
      <translation>Recap and reports</translation>
    </message>
    <message>
      <source>Rekap dibuat otomatis mulai pukul</source>
      <translation>Recap made automatically from</translation>
    </message>
    <message>
      <source>Rekening Kas Umum Daerah (RKUD), tidak pernah rekening pribadi.</source>
      <translation>The regional cash account (RKUD), never a private one.</translation>
    </message>
    <message>
      <source>Rombongan</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>Rp0 berarti setiap kewajiban menghalangi.</source>
      <translation>Rp0 means anything owed blocks.</translation>
    </message>
    <message>
      <source>Ruang</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>Ruang baru</source>
      <translation>New room</translation>
    </message>
    <message>
      <source>Ruang baru …</source>
      <translation>New room …</translation>
    </message>
    <message>
      <source>Ruang dan tujuan</source>
      <translation>Rooms and purposes</translation>
    </message>
    <message>
      <source>Ruang layanan</source>
      <translation>Service rooms</translation>
    </message>
    <message>
      <source>Ruang perpustakaan</source>
      <translation>Rooms of the library</translation>
    </message>
    <message>
      <source>Ruang perpustakaan dengan buku pengunjungnya, dan untuk apa orang datang.</source>
      <translation>The library's rooms with their visitor books, and what people come for.</translation>
    </message>
    <message>
      <source>Ruang {name} disimpan.</source>
      <translation>Room {name} saved.</translation>
    </message>
    <message>
      <source>SLiMS dan INLISLite menghitung sejak hari perpanjangan.</source>
      <translation>SLiMS and INLISLite count from the day of renewal.</translation>
    </message>
    <message>
      <source>SLiMS memajukannya ke hari buka berikutnya; hitungan hari buka tidak memerlukannya.</source>
      <translation>SLiMS moves it to the next open day; counting open days does not need this.</translation>
    </message>
    <message>
      <source>SLiMS menghitung semua hari.</source>
      <translation>SLiMS counts every day.</translation>
    </message>
    <message>
      <source>SOP KLIK e-book: tiga hari.</source>
      <translation>SOP KLIK e-book: three days.</translation>
    </message>
    <message>
      <source>SOP koleksi referensi dan deposit. Pisahkan dengan koma.</source>
      <translation>SOP for reference and deposit. Separate with commas.</translation>
    </message>
    <message>
      <source>SOP layanan internet: 45 menit.</source>
      <translation>SOP layanan internet: 45 minutes.</translation>
    </message>
    <message>
      <source>SOP layanan internet; layar mengingatkan untuk mengembalikannya.</source>
      <translation>SOP layanan internet; the screen reminds staff to give it back.</translation>
    </message>
    <message>
      <source>SOP peminjaman menghitung semua buku di tangan anggota.</source>
      <translation>The lending SOP counts every book a member holds.</translation>
    </message>
    <message>
      <source>SOP: 2 eksemplar</source>
      <translation>SOP: 2 copies</translation>
    </message>
    <message>
      <source>SOP: 2 judul</source>
      <translation>SOP: 2 titles</translation>
    </message>
    <message>
      <source>Sabtu</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Salin ke kertas dan simpan di tempat terkunci.</source>
      <translation>Copy it onto paper and lock it away.</translation>
    </message>
    <message>
      <source>Sama sampai Jumat</source>
      <translation>Same until Friday</translation>
    </message>
    <message>
      <source>Sampai</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Satu judul hanya satu eksemplar per anggota</source>
      <translation>One copy of a title per member</translation>
    </message>
    <message>
      <source>Sejak mendaftar atau diperpanjang; kebanyakan perpustakaan satu tahun.</source>
      <translation>From registration or renewal; one year at most libraries.</translation>
    </message>
    <message>
      <source>Selasa</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Sembilan unsur, tanpa nama (Permenpan RB 14/2017).</source>
      <translation>Nine elements, without names (Permenpan RB 14/2017).</translation>
    </message>
    <message>
      <source>Sembilan yang pertama mendapat tombol angka di loket.</source>
      <translation>The first nine get a digit key at the desk.</translation>
    </message>
    <message>
      <source>Semua anggota</source>
      <translation>All members</translation>
    </message>
    <message>
      <source>Semua huruf dan tombol ikut membesar.</source>
      <translation>All text and buttons grow with it.</translation>
    </message>
    <message>
      <source>Semua koleksi</source>
      <translation>All collections</translation>
    </message>
    <message>
      <source>Semua sesinya dijumlahkan.</source>
      <translation>All sessions together.</translation>
    </message>
    <message>
      <source>Senin</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Seperti SLiMS. Bila lewat, jatuh tempo mundur ke hari buka terakhir sebelum kartu habis.</source>
      <translation>As in SLiMS. If later, the due date moves back to the last open day before the card expires.</translation>
    </message>
    <message>
      <source>Seperti label buku, untuk nomor anggota.</source>
      <translation>As for book labels, for member numbers.</translation>
    </message>
    <message>
      <source>Seperti pada daftar kode wilayah, misalnya Kota Kupang.</source>
      <translation>As in the list of area codes, such as Kota Kupang.</translation>
    </message>
    <message>
      <source>September</source>
      <translation>September</translation>
    </message>
    <message>
      <source>Sesi internet diingatkan sebelum habis</source>
      <translation>Warning before an internet session ends</translation>
    </message>
    <message>
      <source>Sesi internet diperpanjang</source>
      <translation>Extension of an internet session</translation>
    </message>
    <message>
      <source>Sesudah itu namanya dihapus, jumlahnya tetap terhitung (UU 27/2022).</source>
      <translation>Then the name is erased, the count stays (Law 27/2022).</translation>
    </message>
    <message>
      <source>Sesudah kartu dipindai; anggota boleh melewatinya.</source>
      <translation>After the card is scanned; members may skip it.</translation>
    </message>
    <message>
      <source>Setiap kali; tidak bila ada yang menunggu.</source>
      <translation>Each time; none while others wait.</translation>
    </message>
    <message>
      <source>Setiap petugas masuk dengan namanya sendiri; namanya tercatat pada pekerjaannya.</source>
      <translation>Each operator signs in under their own name; it is recorded with their work.</translation>
    </message>
    <message>
      <source>Siapa boleh meminjam apa, berapa lama. Pinjaman lama tetap pada aturannya.</source>
      <translation>Who may borrow what, for how long. Earlier loans keep their rules.</translation>
    </message>
    <message>
      <source>Siapa yang menandatangani laporan dan surat, sejak kapan, juga Plt. dan Plh.</source>
      <translation>Who signs reports and letters, since when, acting ones (Plt., Plh.) too.</translation>
    </message>
    <message>
      <source>Simpan</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Simpan aturan</source>
      <translation>Save rule</translation>
    </message>
    <message>
      <source>Sirkulasi saja</source>
      <translation>Circulation only</translation>
    </message>
    <message>
      <source>Sisi kartu</source>
      <translation>Sides of the card</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Struk pinjaman</source>
      <translation>Loan slip</translation>
    </message>
    <message>
      <source>Struk uji dikirim. Bila garisnya terpotong atau tidak sampai ke tepi, ganti kertasnya.</source>
      <translation>Test slip sent. If its line is cut off or does not reach the edge, change the paper setting.</translation>
    </message>
    <message>
      <source>Suara</source>
      <translation>Sound</translation>
    </message>
    <message>
      <source>Tahun berikutnya</source>
      <translation>Next year</translation>
    </message>
    <message>
      <source>Tahun sebelumnya</source>
      <translation>Previous year</translation>
    </message>
    <message>
      <source>Tambah hari tutup</source>
      <translation>Add closed days</translation>
    </message>
    <message>
      <source>Tambahkan {count} hari</source>
      <translation>Add {count} {count:day|days}</translation>
    </message>
    <message>
      <source>Tampil pada penjelasan jatuh tempo.</source>
      <translation>Shown where a due date is explained.</translation>
    </message>
    <message>
      <source>Tampilan &amp; suara</source>
      <translation>Look &amp; sound</translation>
    </message>
    <message>
      <source>Tampilkan</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Tampilkan kunci pemulihan …</source>
      <translation>Show the recovery key …</translation>
    </message>
    <message>
      <source>Tamu</source>
      <translation>Guests</translation>
    </message>
    <message>
      <source>Tamu mendapat nomor pengunjung</source>
      <translation>Guests get a visitor number</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanggal kerja mengikuti zona ini.</source>
      <translation>Working dates follow this zone.</translation>
    </message>
    <message>
      <source>Tangguh paling lama</source>
      <translation>Longest suspension</translation>
    </message>
    <message>
      <source>Tangguh per hari</source>
      <translation>Suspended a day</translation>
    </message>
    <message>
      <source>Tanpa kamera</source>
      <translation>No camera</translation>
    </message>
    <message>
      <source>Tanyakan hasilnya</source>
      <translation>Ask how it came out</translation>
    </message>
    <message>
      <source>Tanyakan seperlunya. Nama, jenis anggota, dan persetujuan selalu ada.</source>
      <translation>Ask only what is needed. Name, member type and consent are always there.</translation>
    </message>
    <message>
      <source>Tarif</source>
      <translation>Tariffs</translation>
    </message>
    <message>
      <source>Tarif menurut peraturan di bawah.</source>
      <translation>Rate as in the regulation below.</translation>
    </message>
    <message>
      <source>Teguran dikirim sesudah terlambat</source>
      <translation>Reminders are sent after</translation>
    </message>
    <message>
      <source>Telepon</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>Tempat pada kuitansi</source>
      <translation>Place on receipts</translation>
    </message>
    <message>
      <source>Tenggang memakai</source>
      <translation>Grace is counted in</translation>
    </message>
    <message>
      <source>Terang</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Terbuka sendiri saat uang tunai diterima.</source>
      <translation>Opens by itself when cash is received.</translation>
    </message>
    <message>
      <source>Tercetak pada slip, kartu, dan rekap.</source>
      <translation>Printed on slips, cards and recaps.</translation>
    </message>
    <message>
      <source>Tersambung (pin 2)</source>
      <translation>Connected (pin 2)</translation>
    </message>
    <message>
      <source>Tersambung (pin 5)</source>
      <translation>Connected (pin 5)</translation>
    </message>
    <message>
      <source>Tertulis di bawah namanya.</source>
      <translation>Written under the name.</translation>
    </message>
    <message>
      <source>Tertulis pada STS, seperti nama rekeningnya.</source>
      <translation>Written on the deposit slip, as the account is named.</translation>
    </message>
    <message>
      <source>Tertulis; yang disimpan menggantikannya.</source>
      <translation>Set; what you save replaces it.</translation>
    </message>
    <message>
      <source>Tidak ada</source>
      <translation>None</translation>
    </message>
    <message>
      <source>Tidak ada pungutan tanpa peraturan: setiap tarif dengan dasar hukumnya.</source>
      <translation>Nothing is charged without a regulation: each tariff with its legal basis.</translation>
    </message>
    <message>
      <source>Tidak ada yang berubah.</source>
      <translation>Nothing has changed.</translation>
    </message>
    <message>
      <source>Tidak dipakai lagi</source>
      <translation>No longer used</translation>
    </message>
    <message>
      <source>Tidak tersambung ke printer</source>
      <translation>Not connected to the printer</translation>
    </message>
    <message>
      <source>Tujuan</source>
      <translation>Purpose</translation>
    </message>
    <message>
      <source>Tujuan baru</source>
      <translation>New purpose</translation>
    </message>
    <message>
      <source>Tujuan baru …</source>
      <translation>New purpose …</translation>
    </message>
    <message>
      <source>Tujuan kunjungan</source>
      <translation>Purpose of the visit</translation>
    </message>
    <message>
      <source>Tujuan {name} disimpan.</source>
      <translation>Purpose {name} saved.</translation>
    </message>
    <message>
      <source>Tunggakan</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Tutup</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Tutup setiap</source>
      <translation>Closed every</translation>
    </message>
    <message>
      <source>UU 10/2020: kuitansi lebih dari Rp5.000.000 bermeterai.</source>
      <translation>Law 10/2020: receipts of more than Rp5,000,000 bear a duty stamp.</translation>
    </message>
    <message>
      <source>UU 27/2022: data anak diolah dengan persetujuan orang tua atau wali.</source>
      <translation>Law 27/2022: children's data need the consent of a parent or guardian.</translation>
    </message>
    <message>
      <source>Uang dan kuitansi</source>
      <translation>Money and receipts</translation>
    </message>
    <message>
      <source>Uang disetor ke bank paling lambat</source>
      <translation>Money is deposited at the bank within</translation>
    </message>
    <message>
      <source>Ukuran</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>Untuk anggota</source>
      <translation>For members</translation>
    </message>
    <message>
      <source>Untuk berkas Satu Data: dua angka provinsi atau empat angka kabupaten/kota.</source>
      <translation>For Satu Data files: two digits of the province or four of the regency.</translation>
    </message>
    <message>
      <source>Untuk kios; boleh kosong.</source>
      <translation>For the kiosk; may stay empty.</translation>
    </message>
    <message>
      <source>Untuk koleksi</source>
      <translation>For collections</translation>
    </message>
    <message>
      <source>Untuk kuitansi dan slip pinjaman.</source>
      <translation>For receipts and loan slips.</translation>
    </message>
    <message>
      <source>Untuk loker, ruang baca, dan keluar; dicetak bila ada printer struk.</source>
      <translation>For lockers, reading rooms and leaving; printed where there is a receipt printer.</translation>
    </message>
    <message>
      <source>Urutan di layar</source>
      <translation>Order on the screen</translation>
    </message>
    <message>
      <source>WIB (Sumatra, Jawa, Kalimantan Barat dan Tengah)</source>
      <translation>WIB (Sumatra, Java, West and Central Kalimantan)</translation>
    </message>
    <message>
      <source>WIT (Maluku, Papua)</source>
      <translation>WIT (Maluku, Papua)</translation>
    </message>
    <message>
      <source>WITA (Bali, Nusa Tenggara, Sulawesi, Kalimantan lainnya)</source>
      <translation>WITA (Bali, Nusa Tenggara, Sulawesi, rest of Kalimantan)</translation>
    </message>
    <message>
      <source>Warna</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>Yang melindungi data bila komputer ini rusak atau hilang.</source>
      <translation>What protects the data if this computer fails or is lost.</translation>
    </message>
    <message>
      <source>Yang tidak dicentang juga boleh diterima di loket lalu diserahkan ke bendahara.</source>
      <translation>What is not ticked may also be received at the desk and then handed over to the treasurer.</translation>
    </message>
    <message>
      <source>Zona waktu</source>
      <translation>Time zone</translation>
    </message>
    <message>
      <source>akhir hari</source>
      <translation>end of the day</translation>
    </message>
    <message>
      <source>aktif</source>
      <translation>active</translation>
    </message>
    <message>
      <source>anggota</source>
      <translation>members</translation>
    </message>
    <message>
      <source>aturan bawaan</source>
      <translation>built-in rule</translation>
    </message>
    <message>
      <source>baca di tempat, internet, fotokopi, e-book</source>
      <translation>reading in place, internet, photocopies, e-books</translation>
    </message>
    <message>
      <source>barcode (Code 128)</source>
      <translation>barcode (Code 128)</translation>
    </message>
    <message>
      <source>bebas</source>
      <translation>any</translation>
    </message>
    <message>
      <source>belum diisi</source>
      <translation>not filled in</translation>
    </message>
    <message>
      <source>boleh bergerak sebentar saat berganti</source>
      <translation>brief movement when things change</translation>
    </message>
    <message>
      <source>buka setiap hari</source>
      <translation>open every day</translation>
    </message>
    <message>
      <source>buku tamu dan penitipan barang, dilayani petugas</source>
      <translation>guestbook and bag deposit, served by staff</translation>
    </message>
    <message>
      <source>bulan</source>
      <translation>months</translation>
    </message>
    <message>
      <source>bunyikan</source>
      <translation>play sounds</translation>
    </message>
    <message>
      <source>cuti bersama</source>
      <translation>joint leave</translation>
    </message>
    <message>
      <source>denda dan tidak boleh meminjam</source>
      <translation>fine and no borrowing</translation>
    </message>
    <message>
      <source>denda uang</source>
      <translation>money fine</translation>
    </message>
    <message>
      <source>denda {fine_rp} ({how})</source>
      <translation>fine {fine_rp} ({how})</translation>
    </message>
    <message>
      <source>dibatasi masa berlaku kartu</source>
      <translation>limited by card expiry</translation>
    </message>
    <message>
      <source>ditanyakan setiap kali</source>
      <translation>asked every time</translation>
    </message>
    <message>
      <source>eksemplar</source>
      <translation>copy(ies)</translation>
    </message>
    <message>
      <source>hanya melihat dan memeriksa</source>
      <translation>only looks and checks</translation>
    </message>
    <message>
      <source>hanya peminjaman dan pengembalian</source>
      <translation>loans and returns only</translation>
    </message>
    <message>
      <source>hanya pinjaman dengan aturan yang sama</source>
      <translation>only loans under the same rule</translation>
    </message>
    <message>
      <source>hari</source>
      <translation>day(s)</translation>
    </message>
    <message>
      <source>hari buka</source>
      <translation>open days</translation>
    </message>
    <message>
      <source>hari buka saja</source>
      <translation>open days only</translation>
    </message>
    <message>
      <source>hari ini saja</source>
      <translation>today only</translation>
    </message>
    <message>
      <source>hari kalender</source>
      <translation>calendar days</translation>
    </message>
    <message>
      <source>hari yang dihitung</source>
      <translation>counted days</translation>
    </message>
    <message>
      <source>jam</source>
      <translation>hours</translation>
    </message>
    <message>
      <source>jenis anggota lebih dahulu</source>
      <translation>member type first</translation>
    </message>
    <message>
      <source>jenis koleksi lebih dahulu</source>
      <translation>collection kind first</translation>
    </message>
    <message>
      <source>judul</source>
      <translation>title(s)</translation>
    </message>
    <message>
      <source>judul dan eksemplar</source>
      <translation>titles and copies</translation>
    </message>
    <message>
      <source>kali</source>
      <translation>×</translation>
    </message>
    <message>
      <source>kartu identitas dititipkan</source>
      <translation>identity card held</translation>
    </message>
    <message>
      <source>kode QR</source>
      <translation>QR code</translation>
    </message>
    <message>
      <source>kosong</source>
      <translation>empty</translation>
    </message>
    <message>
      <source>libur nasional</source>
      <translation>national holiday</translation>
    </message>
    <message>
      <source>maju ke hari buka berikutnya</source>
      <translation>forward to the next open day</translation>
    </message>
    <message>
      <source>mendaftarkan, memotret, dan mencetak kartu</source>
      <translation>register, photograph and print cards</translation>
    </message>
    <message>
      <source>menerima pembayaran di loket</source>
      <translation>takes payments at the desk</translation>
    </message>
    <message>
      <source>menerima setoran loket, menyetor ke bank, membuat buku</source>
      <translation>receives from desks, deposits at the bank, keeps the books</translation>
    </message>
    <message>
      <source>menit</source>
      <translation>min</translation>
    </message>
    <message>
      <source>menurun dari {source}</source>
      <translation>inherited from {source}</translation>
    </message>
    <message>
      <source>milidetik</source>
      <translation>ms</translation>
    </message>
    <message>
      <source>mod 43 (Code 39)</source>
      <translation>mod 43 (Code 39)</translation>
    </message>
    <message>
      <source>mundur ke hari buka sebelumnya</source>
      <translation>back to the open day before</translation>
    </message>
    <message>
      <source>nonaktif</source>
      <translation>inactive</translation>
    </message>
    <message>
      <source>pada sisi panjang</source>
      <translation>over its long edge</translation>
    </message>
    <message>
      <source>pada sisi pendek</source>
      <translation>over its short edge</translation>
    </message>
    <message>
      <source>pengecualian dan aturan</source>
      <translation>exceptions and rules</translation>
    </message>
    <message>
      <source>pengunjung mengisi sendiri; tanpa data anggota</source>
      <translation>visitors fill it in themselves; without members’ data</translation>
    </message>
    <message>
      <source>petugas, aturan, cadangan</source>
      <translation>operators, rules, backups</translation>
    </message>
    <message>
      <source>pinjam, kembali, perpanjang</source>
      <translation>loans, returns, renewals</translation>
    </message>
    <message>
      <source>rombongan dan kunjungan resmi</source>
      <translation>groups and official visits</translation>
    </message>
    <message>
      <source>sejak hari perpanjangan</source>
      <translation>from the day of renewal</translation>
    </message>
    <message>
      <source>sejak jatuh tempo yang lama</source>
      <translation>from the old due date</translation>
    </message>
    <message>
      <source>selalu dicetak</source>
      <translation>always printed</translation>
    </message>
    <message>
      <source>selamanya</source>
      <translation>for ever</translation>
    </message>
    <message>
      <source>semua layanan pada satu komputer</source>
      <translation>all services on one computer</translation>
    </message>
    <message>
      <source>semua pinjaman anggota</source>
      <translation>all the member's loans</translation>
    </message>
    <message>
      <source>sesudah beberapa kartu</source>
      <translation>after several cards</translation>
    </message>
    <message>
      <source>sesudah setiap kartu</source>
      <translation>after each card</translation>
    </message>
    <message>
      <source>sesudahnya semua hari dihitung</source>
      <translation>then every day counts</translation>
    </message>
    <message>
      <source>setempat</source>
      <translation>local</translation>
    </message>
    <message>
      <source>setiap hari</source>
      <translation>every day</translation>
    </message>
    <message>
      <source>setiap kali</source>
      <translation>every time</translation>
    </message>
    <message>
      <source>setoran dan buku kas</source>
      <translation>deposits and books</translation>
    </message>
    <message>
      <source>seumur hidup</source>
      <translation>for life</translation>
    </message>
    <message>
      <source>sudah batas tertinggi</source>
      <translation>the limit</translation>
    </message>
    <message>
      <source>tahun</source>
      <translation>years</translation>
    </message>
    <message>
      <source>tamu</source>
      <translation>guests</translation>
    </message>
    <message>
      <source>tanda</source>
      <translation>digits</translation>
    </message>
    <message>
      <source>tanpa batas</source>
      <translation>no limit</translation>
    </message>
    <message>
      <source>tanpa sanksi</source>
      <translation>no sanction</translation>
    </message>
    <message>
      <source>teks yang disertakan</source>
      <translation>the text supplied</translation>
    </message>
    <message>
      <source>tenggang {days} hari</source>
      <translation>{days} {days:day|days} grace</translation>
    </message>
    <message>
      <source>terlambat {days} hari</source>
      <translation>{days} {days:day|days} late</translation>
    </message>
    <message>
      <source>tertulis</source>
      <translation>set</translation>
    </message>
    <message>
      <source>tetap bebas, hanya sisanya dihitung</source>
      <translation>still free, only the rest counts</translation>
    </message>
    <message>
      <source>tetap, juga pada hari tutup</source>
      <translation>unchanged, closed or not</translation>
    </message>
    <message>
      <source>tidak</source>
      <translation>no</translation>
    </message>
    <message>
      <source>tidak ada</source>
      <translation>none</translation>
    </message>
    <message>
      <source>tidak boleh</source>
      <translation>none</translation>
    </message>
    <message>
      <source>tidak boleh meminjam dahulu</source>
      <translation>no borrowing for a time</translation>
    </message>
    <message>
      <source>tidak boleh meminjam {days} hari</source>
      <translation>no borrowing for {days} {days:day|days}</translation>
    </message>
    <message>
      <source>tidak dibulatkan</source>
      <translation>not rounded</translation>
    </message>
    <message>
      <source>tidak dicetak</source>
      <translation>not printed</translation>
    </message>
    <message>
      <source>tidak dihitung</source>
      <translation>not counted</translation>
    </message>
    <message>
      <source>tidak pernah</source>
      <translation>never</translation>
    </message>
    <message>
      <source>tutup setiap {day}</source>
      <translation>closed every {day}</translation>
    </message>
    <message>
      <source>uang jaminan</source>
      <translation>money deposit</translation>
    </message>
    <message>
      <source>ya</source>
      <translation>yes</translation>
    </message>
    <message>
      <source>{camera} (tidak terpasang)</source>
      <translation>{camera} (not plugged in)</translation>
    </message>
    <message>
      <source>{count} baris tidak terbaca dan dilewati.</source>
      <translation>{count} {count:line|lines} could not be read and {count:is|are} skipped.</translation>
    </message>
    <message>
      <source>{count} hari</source>
      <translation>{count} {count:day|days}</translation>
    </message>
    <message>
      <source>{count} hari baru akan ditambahkan.</source>
      <translation>{count} new {count:day|days} will be added.</translation>
    </message>
    <message>
      <source>{count} hari tutup ditambahkan atau diganti namanya.</source>
      <translation>{count} closed {count:day|days} added or renamed.</translation>
    </message>
    <message>
      <source>{count} hari tutup ditambahkan.</source>
      <translation>{count} closed {count:day|days} added.</translation>
    </message>
    <message>
      <source>{count} perubahan belum disimpan.</source>
      <translation>{count} {count:change|changes} not saved yet.</translation>
    </message>
    <message>
      <source>{count} tanggal sudah ada dan tetap seperti sekarang.</source>
      <translation>{count} {count:date is|dates are} there already and {count:stays|stay} as now.</translation>
    </message>
    <message>
      <source>{days} buka · {items}</source>
      <translation>{days} open · {items}</translation>
    </message>
    <message>
      <source>{days} hari</source>
      <translation>{days} {days:day|days}</translation>
    </message>
    <message>
      <source>{days} hari + {closed} hari tutup</source>
      <translation>{days} {days:day|days} + {closed} closed {closed:day|days}</translation>
    </message>
    <message>
      <source>{days} hari buka</source>
      <translation>{days} open {days:day|days}</translation>
    </message>
    <message>
      <source>{days} hari tangguh sehari</source>
      <translation>{days} {days:day|days} suspended per day</translation>
    </message>
    <message>
      <source>{days} hari tenggang</source>
      <translation>{days} grace {days:day|days}</translation>
    </message>
    <message>
      <source>{days} hari tutup tidak dihitung</source>
      <translation>{days} closed {days:day|days} not counted</translation>
    </message>
    <message>
      <source>{days} hari · {items}</source>
      <translation>{days} {days:day|days} · {items}</translation>
    </message>
    <message>
      <source>{days} hari × {tariff_rp}</source>
      <translation>{days} {days:day|days} × {tariff_rp}</translation>
    </message>
    <message>
      <source>{name} (printer biasa)</source>
      <translation>{name} (ordinary printer)</translation>
    </message>
    <message>
      <source>{name} (printer struk)</source>
      <translation>{name} (receipt printer)</translation>
    </message>
    <message>
      <source>{name} (tidak ditemukan)</source>
      <translation>{name} (not found)</translation>
    </message>
    <message>
      <source>{name} disimpan.</source>
      <translation>{name} saved.</translation>
    </message>
    <message>
      <source>{name} tidak dapat masuk lagi. Pekerjaannya tetap tercatat.</source>
      <translation>{name} can no longer sign in. Their work stays on record.</translation>
    </message>
    <message>
      <source>{on} kembali hari buka.</source>
      <translation>{on} is an open day again.</translation>
    </message>
    <message>
      <source>{tariff_rp} sehari</source>
      <translation>{tariff_rp} a day</translation>
    </message>
    <message>
      <source>{times} × {days} hari</source>
      <translation>{times} × {days} {days:day|days}</translation>
    </message>
    <message>
      <source>{titles} judul, {items} eksemplar</source>
      <translation>{titles} {titles:title|titles}, {items} {items:copy|copies}</translation>
    </message>
  </context>
  <context>
    <name>Sheet</name>
    <message>
      <source>Batal</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Lanjutkan</source>
      <translation>Continue</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>Buka kunci</source>
      <translation>Unlock</translation>
    </message>
    <message>
      <source>Caps Lock menyala.</source>
      <translation>Caps Lock is on.</translation>
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation>Fill this in.</translation>
    </message>
    <message>
      <source>Kata sandi</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Loket terkunci</source>
      <translation>Counter locked</translation>
    </message>
    <message>
      <source>Masuk</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Masuk ke Loket</source>
      <translation>Sign in to Loket</translation>
    </message>
    <message>
      <source>Memeriksa …</source>
      <translation>Checking …</translation>
    </message>
    <message>
      <source>Nama pengguna</source>
      <translation>Username</translation>
    </message>
    <message>
      <source>PIN atau kata sandi</source>
      <translation>PIN or password</translation>
    </message>
    <message>
      <source>PIN enam angka (boleh kosong)</source>
      <translation>Six-digit PIN (optional)</translation>
    </message>
    <message>
      <source>PIN tidak berlaku lagi. Buka kunci dengan kata sandi.</source>
      <translation>The PIN is no longer valid. Unlock with your password.</translation>
    </message>
    <message>
      <source>PIN tidak cocok; masih {left} kali. Kata sandi juga boleh.</source>
      <translation>Wrong PIN; {left} {left:try|tries} left. The password works too.</translation>
    </message>
    <message>
      <source>Terlalu banyak percobaan yang salah. Coba lagi sesudah {wait_s} detik.</source>
      <translation>Too many wrong attempts. Try again in {wait_s} {wait_s:second|seconds}.</translation>
    </message>
    <message>
      <source>Untuk membuka kunci hari ini tanpa kata sandi.</source>
      <translation>To unlock today without the password.</translation>
    </message>
  </context>
  <context>
    <name>Slips</name>
    <message>
      <source>Alamat printer struk “{name}” tidak dapat dibaca. Betulkan di Pengaturan, bagian Perangkat.</source>
      <translation>The receipt printer's address “{name}” cannot be read. Correct it in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Antrean printer “{name}” sedang ditutup. Buka lagi antreannya; struk akan keluar dengan sendirinya.</source>
      <translation>The queue of printer “{name}” is closed. Open it again; the slip comes out by itself.</translation>
    </message>
    <message>
      <source>Cetak lagi</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>Coba sekarang</source>
      <translation>Try now</translation>
    </message>
    <message>
      <source>Kertas printer habis. Isi kertasnya; struk keluar sendiri.</source>
      <translation>The printer is out of paper. Fill it; the slip comes out by itself.</translation>
    </message>
    <message>
      <source>Kertas printer struk habis. Pasang gulungan baru; struk akan keluar dengan sendirinya.</source>
      <translation>The receipt printer is out of paper. Put in a new roll; the slip comes out by itself.</translation>
    </message>
    <message>
      <source>Kertas tersangkut di printer. Buka penutupnya dan keluarkan kertasnya.</source>
      <translation>Paper is jammed in the printer. Open its cover and take the paper out.</translation>
    </message>
    <message>
      <source>Komputer ini belum dapat memakai printer struk lewat kabel itu. Pilih cara lain di Pengaturan.</source>
      <translation>This computer cannot use a receipt printer on that cable yet. Choose another way in Settings.</translation>
    </message>
    <message>
      <source>Komputer membatalkan cetakan struk ini. Periksa printer, lalu coba lagi.</source>
      <translation>The computer cancelled this slip. Check the printer, then try again.</translation>
    </message>
    <message>
      <source>Kuitansi untuk struk ini tidak ada di loket ini lagi.</source>
      <translation>The receipt of this slip is no longer at this counter.</translation>
    </message>
    <message>
      <source>Layanan cetak komputer ini mati. Nyalakan lagi komputernya, atau panggil pengelola.</source>
      <translation>Printing is switched off on this computer. Restart the computer, or call the administrator.</translation>
    </message>
    <message>
      <source>Layanan cetak komputer ini tidak menjawab. Tunggu sebentar.</source>
      <translation>This computer's printing service does not answer. Wait a moment.</translation>
    </message>
    <message>
      <source>Loket tertutup saat sebuah struk dicetak. Bila belum keluar, tekan Cetak lagi; bila sudah, tutup pesan ini.</source>
      <translation>Loket was closed while a slip was printing. If it did not come out, press Print again; if it did, close this message.</translation>
    </message>
    <message>
      <source>Penutup printer struk terbuka. Tutup sampai berbunyi klik.</source>
      <translation>The receipt printer's cover is open. Close it until it clicks.</translation>
    </message>
    <message>
      <source>Pita atau tinta printer habis. Pasang yang baru.</source>
      <translation>The printer is out of ribbon or ink. Put in a new one.</translation>
    </message>
    <message>
      <source>Printer menolak struk ini. Periksa printernya.</source>
      <translation>The printer refused this slip. Check the printer.</translation>
    </message>
    <message>
      <source>Printer struk belum dipilih. Pilih di Pengaturan, bagian Perangkat.</source>
      <translation>No receipt printer is chosen yet. Choose one in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Printer struk melaporkan kesalahan. Periksa lampunya, lalu matikan dan nyalakan lagi.</source>
      <translation>The receipt printer reports an error. Look at its lights, then switch it off and on again.</translation>
    </message>
    <message>
      <source>Printer struk sedang dihentikan. Nyalakan lagi antreannya; struk akan keluar dengan sendirinya.</source>
      <translation>The receipt printer is paused. Resume its queue; the slip comes out by itself.</translation>
    </message>
    <message>
      <source>Printer struk tidak menjawab. Nyalakan dan periksa kabelnya; struk akan keluar dengan sendirinya.</source>
      <translation>The receipt printer does not answer. Switch it on and check its cable; the slip comes out by itself.</translation>
    </message>
    <message>
      <source>Printer “{name}” tidak ada di komputer ini. Pilih printer lain di Pengaturan, bagian Perangkat.</source>
      <translation>Printer “{name}” is not on this computer. Choose another one in Settings, under Devices.</translation>
    </message>
    <message>
      <source>Program cetak “{name}” belum terpasang di komputer ini. Pasang paket cups-client.</source>
      <translation>The printing program “{name}” is not installed on this computer. Install the package cups-client.</translation>
    </message>
    <message>
      <source>Sambungan ke printer struk putus di tengah cetakan. Periksa kabelnya; struk dicetak ulang utuh.</source>
      <translation>The line to the receipt printer broke in the middle of a slip. Check its cable; the slip is printed again, whole.</translation>
    </message>
    <message>
      <source>Struk ini ditahan di antrean komputer. Lepaskan di sana.</source>
      <translation>This slip is held in the computer's queue. Release it there.</translation>
    </message>
    <message>
      <source>Struk ini gagal dibuat. Coba lagi; bila berulang, panggil pengelola.</source>
      <translation>This slip could not be made. Try again; if it happens again, call the administrator.</translation>
    </message>
    <message>
      <source>Struk ini tidak dapat dibuat. Cetak kuitansinya sebagai PDF.</source>
      <translation>This slip cannot be made. Print the receipt as a PDF.</translation>
    </message>
    <message>
      <source>Wadah keluar printer sudah penuh. Kosongkan dahulu.</source>
      <translation>The printer's output tray is full. Empty it first.</translation>
    </message>
    <message>
      <source>{problem} {count} struk menunggu.</source>
      <translation>{problem} {count} slips are waiting.</translation>
    </message>
  </context>
  <context>
    <name>Standards</name>
    <message>
      <source>Ambil barang titipan</source>
      <translation>Bag collected</translation>
    </message>
    <message>
      <source>Ambilkan koleksi</source>
      <translation>Item fetched</translation>
    </message>
    <message>
      <source>Belum ada layanan terukur pada masa ini. Waktu diukur sendiri begitu loket melayani.</source>
      <translation>No services were measured in this period. Times are measured by themselves once the counter serves people.</translation>
    </message>
    <message>
      <source>Belum ada layanan terukur yang punya standar.</source>
      <translation>No measured service has a standard yet.</translation>
    </message>
    <message>
      <source>Buku tamu: rombongan</source>
      <translation>Guestbook: group</translation>
    </message>
    <message>
      <source>Buku tamu: tamu</source>
      <translation>Guestbook: guest</translation>
    </message>
    <message>
      <source>Dalam menit:detik. Batang: P90, di dalamnya median; garis tegak: standar; arsir: melewatinya.</source>
      <translation>In minutes:seconds. Bar: P90, in it the median; upright line: standard; hatched: beyond it.</translation>
    </message>
    <message>
      <source>Dari standar</source>
      <translation>Of the standard</translation>
    </message>
    <message>
      <source>Diukur dari {span}.</source>
      <translation>Measured from {span}.</translation>
    </message>
    <message>
      <source>Fotokopi keluar</source>
      <translation>Photocopy out</translation>
    </message>
    <message>
      <source>Fotokopi kembali</source>
      <translation>Photocopy back</translation>
    </message>
    <message>
      <source>Jam sibuk</source>
      <translation>Busy hours</translation>
    </message>
    <message>
      <source>Jumat</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>Kamis</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Kartu anggota jadi</source>
      <translation>Member card finished</translation>
    </message>
    <message>
      <source>Lama</source>
      <translation>Took</translation>
    </message>
    <message>
      <source>Layanan</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Layanan dan waktunya</source>
      <translation>Services and their times</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>Median</translation>
    </message>
    <message>
      <source>Median menurut hari dan jam</source>
      <translation>Median by weekday and hour</translation>
    </message>
    <message>
      <source>Median sama dengan masa lalu.</source>
      <translation>The median is the same as in the period before.</translation>
    </message>
    <message>
      <source>Median setiap jam, menit:detik. Arsir: kurang dari 90% dalam standar.</source>
      <translation>Median of each hour, minutes:seconds. Hatched: fewer than 90% within the standard.</translation>
    </message>
    <message>
      <source>Median {length} lebih cepat daripada masa lalu.</source>
      <translation>The median is {length} faster than in the period before.</translation>
    </message>
    <message>
      <source>Median {length} lebih lambat daripada masa lalu.</source>
      <translation>The median is {length} slower than in the period before.</translation>
    </message>
    <message>
      <source>Meja tambahan dianjurkan bila satu jam dilayani lebih dari {percent}% waktunya, diamati {days} hari atau lebih dengan {count} layanan atau lebih.</source>
      <translation>Another desk is advised where staff serve for more than {percent}% of an hour, seen on {days} days or more with {count} services or more.</translation>
    </message>
    <message>
      <source>Mengukur waktu layanan …</source>
      <translation>Measuring service times …</translation>
    </message>
    <message>
      <source>Minggu</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>Mulai</source>
      <translation>Began</translation>
    </message>
    <message>
      <source>Mulai internet</source>
      <translation>Internet started</translation>
    </message>
    <message>
      <source>P90</source>
      <translation>P90</translation>
    </message>
    <message>
      <source>Pembayaran</source>
      <translation>Payment</translation>
    </message>
    <message>
      <source>Peminjaman</source>
      <translation>Loan</translation>
    </message>
    <message>
      <source>Pendaftaran anggota</source>
      <translation>Member registration</translation>
    </message>
    <message>
      <source>Pengembalian</source>
      <translation>Return</translation>
    </message>
    <message>
      <source>Per hari</source>
      <translation>By day</translation>
    </message>
    <message>
      <source>Per jam</source>
      <translation>By hour</translation>
    </message>
    <message>
      <source>Perpanjangan keanggotaan</source>
      <translation>Membership renewal</translation>
    </message>
    <message>
      <source>Perpanjangan pinjaman</source>
      <translation>Loan renewal</translation>
    </message>
    <message>
      <source>Rabu</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>Sabtu</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Selasa</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Senin</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Sesuai</source>
      <translation>Within</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan XLSX …</source>
      <translation>Save XLSX …</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save file</translation>
    </message>
    <message>
      <source>Standar</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Standar layanan</source>
      <translation>Service standards</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Terlama</source>
      <translation>Longest</translation>
    </message>
    <message>
      <source>Tidak ada waktu yang terukur.</source>
      <translation>No times were measured.</translation>
    </message>
    <message>
      <source>Tidak dihitung: {one_scan} selesai dengan satu pindaian, {left_open} terbuka lebih dari satu jam.</source>
      <translation>Not counted: {one_scan} finished with one scan, {left_open} left open for over an hour.</translation>
    </message>
    <message>
      <source>Titip barang</source>
      <translation>Bag deposited</translation>
    </message>
    <message>
      <source>dari {count} layanan selesai dalam waktu standar, {days} hari kerja</source>
      <translation>of {count} services finished within the standard, {days} working days</translation>
    </message>
    <message>
      <source>formulir dibuka sampai anggota tersimpan</source>
      <translation>the form opened to the member saved</translation>
    </message>
    <message>
      <source>formulir dibuka sampai kartu selesai dicetak</source>
      <translation>the form opened to the card printed</translation>
    </message>
    <message>
      <source>formulir dibuka sampai perpanjangan tersimpan</source>
      <translation>the form opened to the renewal saved</translation>
    </message>
    <message>
      <source>formulir rombongan dibuka sampai tersimpan</source>
      <translation>the group form opened to it saved</translation>
    </message>
    <message>
      <source>formulir tamu dibuka sampai tersimpan</source>
      <translation>the guest form opened to it saved</translation>
    </message>
    <message>
      <source>kartu atau buku pertama dipindai sampai buku terakhir diperpanjang</source>
      <translation>the card or first book scanned to the last book renewed</translation>
    </message>
    <message>
      <source>kartu atau buku pertama dipindai sampai buku terakhir tercatat</source>
      <translation>the card or first book scanned to the last book recorded</translation>
    </message>
    <message>
      <source>kartu dipindai sampai buku terakhir tercatat</source>
      <translation>the card scanned to the last book recorded</translation>
    </message>
    <message>
      <source>nomor dipindai sampai barang diserahkan</source>
      <translation>the tag scanned to the bag handed over</translation>
    </message>
    <message>
      <source>nota dipindai sampai jaminan diserahkan</source>
      <translation>the slip scanned to the pledge handed over</translation>
    </message>
    <message>
      <source>pengunjung atau buku dipindai sampai nota terbit</source>
      <translation>the visitor or book scanned to the slip issued</translation>
    </message>
    <message>
      <source>pengunjung dipindai sampai loker diberikan</source>
      <translation>the visitor scanned to the locker given</translation>
    </message>
    <message>
      <source>pengunjung dipindai sampai waktu berjalan</source>
      <translation>the visitor scanned to the time running</translation>
    </message>
    <message>
      <source>permintaan dicatat sampai koleksi di tangan pembaca</source>
      <translation>the request noted to the item with the reader</translation>
    </message>
    <message>
      <source>tagihan dibuka sampai kuitansi terbit</source>
      <translation>the bill opened to the receipt issued</translation>
    </message>
    <message>
      <source>{hours} jam</source>
      <translation>{hours} h</translation>
    </message>
    <message>
      <source>{minutes} mnt</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{percent}% dalam standar</source>
      <translation>{percent}% within the standard</translation>
    </message>
    <message>
      <source>{seconds} dtk</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{times} kali</source>
      <translation>{times} times</translation>
    </message>
    <message>
      <source>{weekday} {hours}: {count} kali, median {median}, P90 {p90}</source>
      <translation>{weekday} {hours}: {count} times, median {median}, P90 {p90}</translation>
    </message>
    <message>
      <source>{weekday} {hours}: {desks} meja dianjurkan. Petugas melayani {percent}% dari jam itu ({days} hari).</source>
      <translation>{weekday} {hours}: {desks} desks advised. Staff were serving for {percent}% of that hour ({days} days).</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>Belum ada cadangan</source>
      <translation>No backup yet</translation>
    </message>
    <message>
      <source>Cadangan {age}</source>
      <translation>Backup {age}</translation>
    </message>
    <message>
      <source>Disk hampir penuh</source>
      <translation>Disk almost full</translation>
    </message>
    <message>
      <source>Jam komputer tampak keliru. Betulkan sebelum meminjamkan.</source>
      <translation>The computer's clock looks wrong. Set it before lending.</translation>
    </message>
    <message>
      <source>Komputer ini tidak punya tempat kunci; kunci data disimpan di berkas loket.key.</source>
      <translation>This computer has no key store; the data key is kept in the file loket.key.</translation>
    </message>
    <message>
      <source>Kunci di berkas</source>
      <translation>Key in a file</translation>
    </message>
    <message>
      <source>Menu › Cadangkan sekarang. Saat Loket ditutup, cadangan dibuat sendiri.</source>
      <translation>Menu › Back up now. When Loket closes, a backup is made by itself.</translation>
    </message>
    <message>
      <source>Sisa {gigabytes} GB. Kosongkan ruang di disk.</source>
      <translation>{gigabytes} GB left. Free some space on the disk.</translation>
    </message>
    <message>
      <source>Tanggal meragukan</source>
      <translation>Doubtful date</translation>
    </message>
    <message>
      <source>Tersimpan</source>
      <translation>Saved</translation>
    </message>
    <message>
      <source>{count} kejadian tercatat di jurnal loket ini.</source>
      <translation>{count} {count:event|events} in this counter's journal.</translation>
    </message>
  </context>
  <context>
    <name>Survey</name>
    <message>
      <source>25 × jumlah rata-rata tiap unsur ÷ 9.</source>
      <translation>25 × the sum of the means ÷ 9.</translation>
    </message>
    <message>
      <source>Bagian</source>
      <translation>Share</translation>
    </message>
    <message>
      <source>Belum ada jawaban</source>
      <translation>No answers yet</translation>
    </message>
    <message>
      <source>Belum ada jawaban pada masa ini.</source>
      <translation>No answers in this period yet.</translation>
    </message>
    <message>
      <source>Belum ada jawaban yang menyebut layanannya.</source>
      <translation>No answer names its service yet.</translation>
    </message>
    <message>
      <source>Belum ada saran tertulis pada masa ini.</source>
      <translation>No written suggestions in this period yet.</translation>
    </message>
    <message>
      <source>Buka berkas</source>
      <translation>Open the file</translation>
    </message>
    <message>
      <source>Buku tamu masa ini kosong, jadi sampel belum dapat dihitung.</source>
      <translation>The guestbook of this period is empty, so no sample can be worked out.</translation>
    </message>
    <message>
      <source>Cukup: sampel yang perlu {needed}.</source>
      <translation>Enough: a sample of {needed} is needed.</translation>
    </message>
    <message>
      <source>Dengan bobot 0,11: {index}.</source>
      <translation>With the weight 0.11: {index}.</translation>
    </message>
    <message>
      <source>Indeks</source>
      <translation>Index</translation>
    </message>
    <message>
      <source>Indeks kepuasan masyarakat</source>
      <translation>Public satisfaction index</translation>
    </message>
    <message>
      <source>Jawaban</source>
      <translation>Answer</translation>
    </message>
    <message>
      <source>Jenis kelamin</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Kurang {missing}: sampel yang perlu {needed}.</source>
      <translation>{missing} short: a sample of {needed} is needed.</translation>
    </message>
    <message>
      <source>Laporan survei kepuasan</source>
      <translation>Satisfaction survey report</translation>
    </message>
    <message>
      <source>Layanan</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Menurut</source>
      <translation>By</translation>
    </message>
    <message>
      <source>Mutu</source>
      <translation>Grade</translation>
    </message>
    <message>
      <source>Orang</source>
      <translation>People</translation>
    </message>
    <message>
      <source>PDF dengan bobot 0,11</source>
      <translation>PDF with the weight 0.11</translation>
    </message>
    <message>
      <source>Pekerjaan</source>
      <translation>Occupation</translation>
    </message>
    <message>
      <source>Pendidikan</source>
      <translation>Education</translation>
    </message>
    <message>
      <source>Per layanan</source>
      <translation>By service</translation>
    </message>
    <message>
      <source>Rata-rata 1 sampai 4. Huruf: mutu unsur itu sendiri.</source>
      <translation>Means of 1 to 4. Letter: the grade of that element alone.</translation>
    </message>
    <message>
      <source>Responden</source>
      <translation>Respondents</translation>
    </message>
    <message>
      <source>Saran</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>Sembilan unsur</source>
      <translation>Nine elements</translation>
    </message>
    <message>
      <source>Sembilan unsur menurut Permenpan RB 14/2017, dijawab tanpa nama di kios pengunjung.</source>
      <translation>Nine elements of Permenpan RB 14/2017, answered without a name at the visitors' kiosk.</translation>
    </message>
    <message>
      <source>Semua layanan</source>
      <translation>All services</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan XLSX …</source>
      <translation>Save XLSX …</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save the file</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanpa layanan</source>
      <translation>No service named</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tiga unsur terendah</source>
      <translation>Lowest three elements</translation>
    </message>
    <message>
      <source>Umur</source>
      <translation>Age</translation>
    </message>
    <message>
      <source>Unsur</source>
      <translation>Elements</translation>
    </message>
    <message>
      <source>Unsur terendah</source>
      <translation>Lowest element</translation>
    </message>
    <message>
      <source>dari {population} pengunjung</source>
      <translation>of {population} visitors</translation>
    </message>
    <message>
      <source>terendah</source>
      <translation>lowest</translation>
    </message>
    <message>
      <source>tidak diisi</source>
      <translation>not told</translation>
    </message>
    <message>
      <source>{least} sampai {most}</source>
      <translation>{least} to {most}</translation>
    </message>
  </context>
  <context>
    <name>Sync</name>
    <message>
      <source>Ada data yang berbeda; sudah diambil ulang dan sekarang sama dengan pusat.</source>
      <translation>Some data differed; it was fetched again and is now the same as the centre's.</translation>
    </message>
    <message>
      <source>Ambil balasan Loket Pusat dari flash disk.</source>
      <translation>Read Loket Pusat's reply from the flash drive.</translation>
    </message>
    <message>
      <source>Balasan diterima: {sent} kejadian sudah sampai di pusat, {rows} baris data diperbarui.</source>
      <translation>Reply read: {sent} {sent:event has|events have} reached the centre, {rows} {rows:row|rows} updated.</translation>
    </message>
    <message>
      <source>Bandingkan setiap tabel dengan pusat; yang berbeda diambil ulang.</source>
      <translation>Compare every table with the centre; fetch what differs again.</translation>
    </message>
    <message>
      <source>Belum pernah tersinkron.</source>
      <translation>Never synchronized yet.</translation>
    </message>
    <message>
      <source>Belum terkirim</source>
      <translation>Not sent yet</translation>
    </message>
    <message>
      <source>Belum terkirim {count} kejadian sejak {since}.</source>
      <translation>{count} {count:event|events} not sent since {since}.</translation>
    </message>
    <message>
      <source>Belum terkirim {count} kejadian sejak {since}: {why}.</source>
      <translation>{count} {count:event|events} not sent since {since}: {why}.</translation>
    </message>
    <message>
      <source>Berikutnya {length} lagi.</source>
      <translation>Next in {length}.</translation>
    </message>
    <message>
      <source>Biarkan saja; bila besok masih begini, hubungi pengelola Loket Pusat.</source>
      <translation>Leave it; if it is the same tomorrow, call whoever runs Loket Pusat.</translation>
    </message>
    <message>
      <source>Biarkan selesai; Loket mencoba lagi sendiri.</source>
      <translation>Let it finish; Loket tries again by itself.</translation>
    </message>
    <message>
      <source>Bila keliru, minta kode baru kepada pengelola, lalu tekan Daftarkan ulang.</source>
      <translation>If that is a mistake, ask for a new code, then press Enrol again.</translation>
    </message>
    <message>
      <source>Buka peramban dan masuk ke jaringan ini, lalu tekan Sinkronkan sekarang.</source>
      <translation>Open a browser and log in to this network, then press Synchronize now.</translation>
    </message>
    <message>
      <source>Daftarkan ulang …</source>
      <translation>Enrol again …</translation>
    </message>
    <message>
      <source>Data di loket ini</source>
      <translation>Data at this counter</translation>
    </message>
    <message>
      <source>Data ini dari sebelum loket didaftarkan ulang. Minta kode baru di Loket Pusat; tekan Daftarkan ulang.</source>
      <translation>This data is from before the counter joined again. Ask for a new code at Loket Pusat, then press Join again.</translation>
    </message>
    <message>
      <source>Data loket ini pernah disalin. Minta kode baru di Loket Pusat, lalu tekan Daftarkan ulang.</source>
      <translation>This counter's data was copied. Ask Loket Pusat for a new code, then press Enrol again.</translation>
    </message>
    <message>
      <source>Data pusat belum terambil</source>
      <translation>No central data yet</translation>
    </message>
    <message>
      <source>Data pusat {age}</source>
      <translation>Central data {age}</translation>
    </message>
    <message>
      <source>Dengan kode baru: bila loket dicabut, disalin, atau server diganti.</source>
      <translation>With a new code: if the counter was revoked or copied, or the server replaced.</translation>
    </message>
    <message>
      <source>Dicoba lagi {length} lagi.</source>
      <translation>Trying again in {length}.</translation>
    </message>
    <message>
      <source>Jaringan sedang lambat. Pelayanan jalan terus; yang tercatat aman.</source>
      <translation>The network is slow. Service goes on; what is recorded is safe.</translation>
    </message>
    <message>
      <source>Kosongkan ruang di disk, lalu tekan Sinkronkan sekarang.</source>
      <translation>Free some disk space, then press Synchronize now.</translation>
    </message>
    <message>
      <source>Loket ini</source>
      <translation>This counter</translation>
    </message>
    <message>
      <source>Loket ini bekerja sendiri. Bila perpustakaan memakai Loket Pusat, sambungkan di sini: anggota, katalog, dan pinjaman menjadi satu di semua loket. Loket ini tetap bekerja saat jaringan putus.</source>
      <translation>This counter works alone. If the library uses Loket Pusat, connect it here: members, catalogue and loans become one at all counters. It goes on working when the network is down.</translation>
    </message>
    <message>
      <source>Loket ini sudah tersambung. Data dikirim dan diambil di latar; silakan bekerja.</source>
      <translation>This counter is connected. Data travels in the background; go on working.</translation>
    </message>
    <message>
      <source>Loket menemui kesalahan</source>
      <translation>Loket met an error</translation>
    </message>
    <message>
      <source>Masih ada data yang berbeda dari pusat. Kirim berkas loket.log kepada pengelola.</source>
      <translation>Some data still differs from the centre's. Send the file loket.log to support.</translation>
    </message>
    <message>
      <source>Membaca balasan …</source>
      <translation>Reading the reply …</translation>
    </message>
    <message>
      <source>Membandingkan semua data dengan pusat …</source>
      <translation>Comparing all data with the centre …</translation>
    </message>
    <message>
      <source>Mengambil data …</source>
      <translation>Fetching data …</translation>
    </message>
    <message>
      <source>Mengirim dan mengambil foto …</source>
      <translation>Sending and fetching photos …</translation>
    </message>
    <message>
      <source>Mengirim kejadian …</source>
      <translation>Sending events …</translation>
    </message>
    <message>
      <source>Menulis paket …</source>
      <translation>Writing the packet …</translation>
    </message>
    <message>
      <source>Menyapa Loket Pusat …</source>
      <translation>Calling Loket Pusat …</translation>
    </message>
    <message>
      <source>Menyapa server …</source>
      <translation>Calling the server …</translation>
    </message>
    <message>
      <source>Minta kode baru untuk loket ini kepada pengelola Loket Pusat. Yang belum terkirim tetap tersimpan dan dikirim sesudah pendaftaran.</source>
      <translation>Ask whoever runs Loket Pusat for a new code for this counter. What is not sent yet is kept, and sent after enrolment.</translation>
    </message>
    <message>
      <source>Nama dan nomor anggota saja, tanpa alamat dan katalog</source>
      <translation>Members' names and numbers only, no addresses, no catalogue</translation>
    </message>
    <message>
      <source>Paket Loket (*.lkt)</source>
      <translation>Loket packet (*.lkt)</translation>
    </message>
    <message>
      <source>Paket ke USB …</source>
      <translation>Packet to USB …</translation>
    </message>
    <message>
      <source>Pelayanan tidak menunggu jaringan; yang tercatat dikirim kemudian.</source>
      <translation>Service never waits for the network; what is recorded is sent later.</translation>
    </message>
    <message>
      <source>Perbarui Loket di sini atau di pusat; bila berulang, hubungi pengelola Loket Pusat.</source>
      <translation>Update Loket here or at the centre; if it happens again, call whoever runs Loket Pusat.</translation>
    </message>
    <message>
      <source>Periksa kabel jaringan atau Wi-Fi. Pelayanan jalan terus; yang tercatat aman.</source>
      <translation>Check the network cable or Wi-Fi. Service goes on; what is recorded is safe.</translation>
    </message>
    <message>
      <source>Periksa menyeluruh</source>
      <translation>Check thoroughly</translation>
    </message>
    <message>
      <source>Periksa tanggal komputer ini. Bila benar, server diganti: minta kode dan daftarkan ulang.</source>
      <translation>Check this computer's date. If right, the server was replaced: ask for a code, enrol again.</translation>
    </message>
    <message>
      <source>Segera dicoba.</source>
      <translation>About to try.</translation>
    </message>
    <message>
      <source>Semua data di loket ini sama dengan pusat.</source>
      <translation>All data at this counter is the same as the centre's.</translation>
    </message>
    <message>
      <source>Semua data perpustakaan</source>
      <translation>All of the library's data</translation>
    </message>
    <message>
      <source>Semua kejadian sudah terkirim, tetapi data baru belum terambil: {why}.</source>
      <translation>All events are sent, but new data could not be fetched: {why}.</translation>
    </message>
    <message>
      <source>Semua sudah terkirim dan data di sini terbaru.</source>
      <translation>Everything is sent, and the data here is the latest.</translation>
    </message>
    <message>
      <source>Semua terkirim</source>
      <translation>All sent</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Simpan paket</source>
      <translation>Save the packet</translation>
    </message>
    <message>
      <source>Sinkronisasi berhenti</source>
      <translation>Sync has stopped</translation>
    </message>
    <message>
      <source>Sinkronkan sekarang</source>
      <translation>Synchronize now</translation>
    </message>
    <message>
      <source>Tanpa jaringan: tulis yang belum terkirim ke flash disk, tersandi.</source>
      <translation>Without a network: write what is unsent to a flash drive, encrypted.</translation>
    </message>
    <message>
      <source>Terakhir berhasil</source>
      <translation>Last success</translation>
    </message>
    <message>
      <source>Terima paket</source>
      <translation>Read a packet</translation>
    </message>
    <message>
      <source>Terima paket …</source>
      <translation>Read a packet …</translation>
    </message>
    <message>
      <source>Tidak ada yang berubah. Tekan Periksa menyeluruh; bila berulang, lapor pengelola.</source>
      <translation>Nothing has changed. Press Check thoroughly; if it happens again, tell support.</translation>
    </message>
    <message>
      <source>Tidak ada yang menunggu; paket {path} hanya meminta data terbaru.</source>
      <translation>Nothing is waiting; the packet {path} only asks for the latest data.</translation>
    </message>
    <message>
      <source>Tidak selesai: {why}. {what}</source>
      <translation>Not finished: {why}. {what}</translation>
    </message>
    <message>
      <source>Yang tercatat aman. Bila berulang, kirim berkas loket.log kepada pengelola.</source>
      <translation>What is recorded is safe. If it happens again, send loket.log to support.</translation>
    </message>
    <message>
      <source>belum pernah</source>
      <translation>never</translation>
    </message>
    <message>
      <source>disk loket ini tidak dapat ditulisi</source>
      <translation>this counter's disk cannot be written</translation>
    </message>
    <message>
      <source>jaringan ini meminta masuk dahulu</source>
      <translation>this network asks you to log in first</translation>
    </message>
    <message>
      <source>jawaban server tidak masuk akal</source>
      <translation>the server's answers make no sense</translation>
    </message>
    <message>
      <source>kemarin {clock}</source>
      <translation>yesterday {clock}</translation>
    </message>
    <message>
      <source>komputer lain memakai identitas loket ini</source>
      <translation>another computer uses this counter's identity</translation>
    </message>
    <message>
      <source>kunci loket ini tidak berlaku lagi di Loket Pusat</source>
      <translation>this counter's key is no longer valid at Loket Pusat</translation>
    </message>
    <message>
      <source>loket ini sudah dicabut dari Loket Pusat</source>
      <translation>this counter was revoked at Loket Pusat</translation>
    </message>
    <message>
      <source>program lain di komputer ini sedang menyinkronkan</source>
      <translation>another program here is synchronizing</translation>
    </message>
    <message>
      <source>pukul {clock}</source>
      <translation>{clock}</translation>
    </message>
    <message>
      <source>server menolak kiriman ini ({code})</source>
      <translation>the server refuses this ({code})</translation>
    </message>
    <message>
      <source>server menunjukkan sidik yang lain</source>
      <translation>the server shows another fingerprint</translation>
    </message>
    <message>
      <source>server sedang terganggu</source>
      <translation>the server is in trouble</translation>
    </message>
    <message>
      <source>server tidak menjawab</source>
      <translation>the server does not answer</translation>
    </message>
    <message>
      <source>server tidak terjangkau</source>
      <translation>the server cannot be reached</translation>
    </message>
    <message>
      <source>tidak ada</source>
      <translation>nothing</translation>
    </message>
    <message>
      <source>{count} belum terkirim</source>
      <translation>{count} not sent</translation>
    </message>
    <message>
      <source>{count} belum terkirim ({age})</source>
      <translation>{count} not sent ({age})</translation>
    </message>
    <message>
      <source>{count} di antaranya segera. Ctrl+. membukanya.</source>
      <translation>{count} of them {count:is|are} urgent. Ctrl+. opens them.</translation>
    </message>
    <message>
      <source>{count} kejadian</source>
      <translation>{count} {count:event|events}</translation>
    </message>
    <message>
      <source>{count} kejadian tersimpan di {path}. Bawa ke Loket Pusat, lalu terima balasannya di sini.</source>
      <translation>{count} {count:event|events} saved in {path}. Take it to Loket Pusat, then read the reply here.</translation>
    </message>
    <message>
      <source>{count} perlu diputuskan</source>
      <translation>{count} to be decided</translation>
    </message>
  </context>
  <context>
    <name>Table</name>
    <message>
      <source>sudah tidak ada</source>
      <translation>no longer there</translation>
    </message>
  </context>
  <context>
    <name>Tariffs</name>
    <message>
      <source>Belum ada tarifnya. Yang disimpan berlaku mulai {on}.</source>
      <translation>No tariff yet. What you save holds from {on}.</translation>
    </message>
    <message>
      <source>Belum pernah ada tarif; tidak ada yang dipungut.</source>
      <translation>There never was a tariff; nothing is charged.</translation>
    </message>
    <message>
      <source>Berlaku</source>
      <translation>In force</translation>
    </message>
    <message>
      <source>Berlaku mulai</source>
      <translation>In force from</translation>
    </message>
    <message>
      <source>Biaya formulir</source>
      <translation>Form fee</translation>
    </message>
    <message>
      <source>Biaya kartu baru</source>
      <translation>New card fee</translation>
    </message>
    <message>
      <source>Biaya kartu pengganti</source>
      <translation>Replacement card fee</translation>
    </message>
    <message>
      <source>Biaya perpanjangan kartu</source>
      <translation>Renewal fee</translation>
    </message>
    <message>
      <source>Cabut tarif {on}</source>
      <translation>Withdraw tariff of {on}</translation>
    </message>
    <message>
      <source>Dasar hukum</source>
      <translation>Legal basis</translation>
    </message>
    <message>
      <source>Denda terlambat</source>
      <translation>Late fine</translation>
    </message>
    <message>
      <source>Fotokopi</source>
      <translation>Photocopy</translation>
    </message>
    <message>
      <source>Ganti buku hilang</source>
      <translation>Replacing a lost book</translation>
    </message>
    <message>
      <source>Ganti buku rusak</source>
      <translation>Replacing a damaged book</translation>
    </message>
    <message>
      <source>Jenis layanan</source>
      <translation>Kind of service</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Kini berlaku tarif sejak {since}; yang disimpan menggantikannya mulai {on}.</source>
      <translation>In force since {since}; what you save replaces it from {on}.</translation>
    </message>
    <message>
      <source>Kode rekening</source>
      <translation>Account code</translation>
    </message>
    <message>
      <source>Layanan</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Layanan baru</source>
      <translation>New service</translation>
    </message>
    <message>
      <source>Layanan dan tarifnya</source>
      <translation>Services and their tariffs</translation>
    </message>
    <message>
      <source>Layanan lain</source>
      <translation>Another service</translation>
    </message>
    <message>
      <source>Layanan lain …</source>
      <translation>Another service …</translation>
    </message>
    <message>
      <source>Membetulkan tarif yang berlaku mulai {on}.</source>
      <translation>Corrects the tariff in force from {on}.</translation>
    </message>
    <message>
      <source>Misalnya lembar.</source>
      <translation>Sheet, for example.</translation>
    </message>
    <message>
      <source>Mulai</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Nama layanan</source>
      <translation>Name of the service</translation>
    </message>
    <message>
      <source>Nomor dan tahun perda atau perbup; tanpa itu Rp0.</source>
      <translation>Number and year of the regulation; without it Rp0.</translation>
    </message>
    <message>
      <source>Nomor penitipan hilang</source>
      <translation>Lost deposit tag</translation>
    </message>
    <message>
      <source>Riwayat tarif</source>
      <translation>Earlier tariffs</translation>
    </message>
    <message>
      <source>Riwayat tarif: {name}</source>
      <translation>Earlier tariffs: {name}</translation>
    </message>
    <message>
      <source>Seperti tertulis pada kuitansi: Fotokopi A4, Cetak foto.</source>
      <translation>As it stands on receipts: Photocopy A4, Photo print.</translation>
    </message>
    <message>
      <source>Simpan tarif</source>
      <translation>Save tariff</translation>
    </message>
    <message>
      <source>Tagihan lama tetap.</source>
      <translation>Older charges stay.</translation>
    </message>
    <message>
      <source>Tarif</source>
      <translation>Tariff</translation>
    </message>
    <message>
      <source>Tarif dicabut. Tagihan yang sudah ada tetap.</source>
      <translation>The tariff is withdrawn. Charges already made stay.</translation>
    </message>
    <message>
      <source>Tarif sekarang tetap sampai sehari sebelum {on}.</source>
      <translation>The present tariff stays until the day before {on}.</translation>
    </message>
    <message>
      <source>Tarif {name} disimpan, berlaku mulai {on}.</source>
      <translation>The tariff of {name} is saved, in force from {on}.</translation>
    </message>
    <message>
      <source>Untuk STS dan buku.</source>
      <translation>For slips and books.</translation>
    </message>
    <message>
      <source>Untuk setiap</source>
      <translation>For each</translation>
    </message>
    <message>
      <source>akan berlaku</source>
      <translation>to come</translation>
    </message>
    <message>
      <source>baru mulai {on}</source>
      <translation>only from {on}</translation>
    </message>
    <message>
      <source>berlaku</source>
      <translation>in force</translation>
    </message>
    <message>
      <source>dicabut</source>
      <translation>withdrawn</translation>
    </message>
    <message>
      <source>diganti {on}</source>
      <translation>until {on}</translation>
    </message>
    <message>
      <source>ditetapkan saat terjadi</source>
      <translation>set when it happens</translation>
    </message>
    <message>
      <source>gratis</source>
      <translation>free</translation>
    </message>
    <message>
      <source>menurut aturan pinjam</source>
      <translation>by the loan rules</translation>
    </message>
    <message>
      <source>sejak {on}</source>
      <translation>since {on}</translation>
    </message>
    <message>
      <source>sudah diganti</source>
      <translation>replaced</translation>
    </message>
    <message>
      <source>tanpa dasar hukum</source>
      <translation>no legal basis</translation>
    </message>
    <message>
      <source>tidak dipungut</source>
      <translation>not charged</translation>
    </message>
  </context>
  <context>
    <name>Treasury</name>
    <message>
      <source>Alasan</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Anda melihat saja. Menerima dan menyetor dilakukan petugas berperan bendahara.</source>
      <translation>You are only looking. Receiving and depositing is for operators with the treasurer's role.</translation>
    </message>
    <message>
      <source>Bank</source>
      <translation>Bank</translation>
    </message>
    <message>
      <source>Batalkan STS</source>
      <translation>Void the slip</translation>
    </message>
    <message>
      <source>Batalkan {number}?</source>
      <translation>Void {number}?</translation>
    </message>
    <message>
      <source>Batalkan …</source>
      <translation>Void …</translation>
    </message>
    <message>
      <source>Belum ada STS.</source>
      <translation>No deposit slips yet.</translation>
    </message>
    <message>
      <source>Belum ada loket yang menyerahkan uang.</source>
      <translation>No desk has handed over money yet.</translation>
    </message>
    <message>
      <source>Belum diserahkan loket: {kept_rp}.</source>
      <translation>Not handed over yet: {kept_rp}.</translation>
    </message>
    <message>
      <source>Berbukti bank</source>
      <translation>Confirmed by bank</translation>
    </message>
    <message>
      <source>Berikutnya</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Buat STS</source>
      <translation>Make deposit slip</translation>
    </message>
    <message>
      <source>Buat STS …</source>
      <translation>Make deposit slip …</translation>
    </message>
    <message>
      <source>Buka berkas</source>
      <translation>Open file</translation>
    </message>
    <message>
      <source>Buka buku</source>
      <translation>Open the books</translation>
    </message>
    <message>
      <source>Bukti bank</source>
      <translation>Bank's proof</translation>
    </message>
    <message>
      <source>Bukti bank untuk {number}</source>
      <translation>The bank's proof of {number}</translation>
    </message>
    <message>
      <source>Bukti bank {no} tercatat: {reference}.</source>
      <translation>The bank's proof of {no} is noted: {reference}.</translation>
    </message>
    <message>
      <source>Bukti bank …</source>
      <translation>Bank's proof …</translation>
    </message>
    <message>
      <source>Buku</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Buku Kas Umum</source>
      <translation>General cash book</translation>
    </message>
    <message>
      <source>Bulan</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Catat bukti</source>
      <translation>Note the proof</translation>
    </message>
    <message>
      <source>Catat bukti …</source>
      <translation>Note the proof …</translation>
    </message>
    <message>
      <source>Cocok dengan hitungan loket.</source>
      <translation>Agrees with the desk's count.</translation>
    </message>
    <message>
      <source>Dalam perjalanan ke bendahara</source>
      <translation>On its way to the treasurer</translation>
    </message>
    <message>
      <source>Di luar laci</source>
      <translation>Outside any drawer</translation>
    </message>
    <message>
      <source>Di tangan bendahara</source>
      <translation>With the treasurer</translation>
    </message>
    <message>
      <source>Diserahkan loket</source>
      <translation>Handed over</translation>
    </message>
    <message>
      <source>Disetor dengan STS</source>
      <translation>Deposited</translation>
    </message>
    <message>
      <source>Disetor {deposited_rp} · saldo {closing_rp}</source>
      <translation>Deposited {deposited_rp} · balance {closing_rp}</translation>
    </message>
    <message>
      <source>Diterima bendahara</source>
      <translation>Received by treasurer</translation>
    </message>
    <message>
      <source>Diterima {month}</source>
      <translation>Received in {month}</translation>
    </message>
    <message>
      <source>Diterima {received_rp}, selisih {difference_rp}.</source>
      <translation>Received {received_rp}, difference {difference_rp}.</translation>
    </message>
    <message>
      <source>Hari ini hari terakhir menyetor uang {since}.</source>
      <translation>Today is the last day to deposit the money of {since}.</translation>
    </message>
    <message>
      <source>Hitung uangnya, pecahan demi pecahan.</source>
      <translation>Count the money, one denomination after the other.</translation>
    </message>
    <message>
      <source>Hitungan Anda</source>
      <translation>Your count</translation>
    </message>
    <message>
      <source>JPG, PNG, atau PDF. Boleh nanti.</source>
      <translation>JPG, PNG or PDF. Can be added later.</translation>
    </message>
    <message>
      <source>Jumlah</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Jumlah STS</source>
      <translation>Total of the slip</translation>
    </message>
    <message>
      <source>Keadaan</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Keterangan</source>
      <translation>What it means</translation>
    </message>
    <message>
      <source>Kolom Loket adalah isi laci seluruhnya; {left_rp} ditinggal untuk kembalian.</source>
      <translation>The column Desk is the whole drawer; {left_rp} stays in it as change.</translation>
    </message>
    <message>
      <source>Kuitansi</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Kuitansi tunai</source>
      <translation>Receipts in cash</translation>
    </message>
    <message>
      <source>Kuitansi yang dibatalkan</source>
      <translation>Void receipts</translation>
    </message>
    <message>
      <source>Kuitansi {no}: jumlahnya {found_rp}, rinciannya {expected_rp}.</source>
      <translation>Receipt {no}: its total is {found_rp}, its lines make {expected_rp}.</translation>
    </message>
    <message>
      <source>Kuitansi {no}: uangnya tidak masuk laci mana pun, jadi tidak akan diserahkan.</source>
      <translation>Receipt {no}: its money went into no drawer, so nobody will hand it over.</translation>
    </message>
    <message>
      <source>Kurang {missing_rp}. Hitung sekali lagi bersama petugas loket.</source>
      <translation>{missing_rp} missing. Count again together with the desk.</translation>
    </message>
    <message>
      <source>LPJ</source>
      <translation>LPJ</translation>
    </message>
    <message>
      <source>Laci dan kuitansi</source>
      <translation>Drawer and receipts</translation>
    </message>
    <message>
      <source>Laci dibuka dengan {float_rp}; sebelumnya ditinggal {was_rp}. Bukan uang daerah.</source>
      <translation>The drawer was opened with {float_rp}; {was_rp} had been left in it. Not the region's money.</translation>
    </message>
    <message>
      <source>Laci {no} ditutup dengan hitungan {found_rp}; menurut kuitansinya seharusnya {expected_rp}.</source>
      <translation>The drawer of {no} was closed expecting {found_rp}; by its receipts it should be {expected_rp}.</translation>
    </message>
    <message>
      <source>Laci {no} ditutup dengan nontunai {found_rp}; menurut kuitansinya seharusnya {expected_rp}.</source>
      <translation>The drawer of {no} was closed with {found_rp} not in cash; by its receipts it should be {expected_rp}.</translation>
    </message>
    <message>
      <source>Lebih {more_rp}. Hitung sekali lagi bersama petugas loket.</source>
      <translation>{more_rp} too much. Count again together with the desk.</translation>
    </message>
    <message>
      <source>Loket</source>
      <translation>Desk</translation>
    </message>
    <message>
      <source>Menunggu bukti bank</source>
      <translation>Waiting for the bank's proof</translation>
    </message>
    <message>
      <source>Menunggu diterima</source>
      <translation>Waiting to be received</translation>
    </message>
    <message>
      <source>Menurut loket</source>
      <translation>By the desk</translation>
    </message>
    <message>
      <source>Modal laci {desk}</source>
      <translation>Float of {desk}</translation>
    </message>
    <message>
      <source>Nomor</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Nomor bukti bank</source>
      <translation>The bank's number</translation>
    </message>
    <message>
      <source>Nomor rekening kas daerah</source>
      <translation>Account of the regional treasury</translation>
    </message>
    <message>
      <source>Nontunai belum disetor</source>
      <translation>Not cash, not deposited yet</translation>
    </message>
    <message>
      <source>Nontunai laci</source>
      <translation>Drawer, not cash</translation>
    </message>
    <message>
      <source>Nontunai langsung ke kas daerah</source>
      <translation>Not cash, straight to the region</translation>
    </message>
    <message>
      <source>Nontunai {noncash_rp} tidak ikut dihitung.</source>
      <translation>{noncash_rp} not in cash is not counted here.</translation>
    </message>
    <message>
      <source>Pencocokan</source>
      <translation>Agreement</translation>
    </message>
    <message>
      <source>Penerimaan &amp; penyetoran</source>
      <translation>Receipts &amp; deposits</translation>
    </message>
    <message>
      <source>Penjelasan selisih</source>
      <translation>Why it differs</translation>
    </message>
    <message>
      <source>Per bulan</source>
      <translation>By month</translation>
    </message>
    <message>
      <source>Per hari</source>
      <translation>By day</translation>
    </message>
    <message>
      <source>Per rekening</source>
      <translation>By account</translation>
    </message>
    <message>
      <source>Perkara</source>
      <translation>Matter</translation>
    </message>
    <message>
      <source>Pilih berkas …</source>
      <translation>Choose a file …</translation>
    </message>
    <message>
      <source>Pilih pindaian STS</source>
      <translation>Choose the scan</translation>
    </message>
    <message>
      <source>Pilih uang yang dibawa ke bank. Satu STS, satu kali setor, nomornya urut.</source>
      <translation>Choose the money that goes to the bank. One slip for one deposit, numbered in order.</translation>
    </message>
    <message>
      <source>Pindaian STS bercap</source>
      <translation>Scan of the stamped slip</translation>
    </message>
    <message>
      <source>Pindaian {no} belum sampai di loket ini; sinkronkan dahulu.</source>
      <translation>The scan of {no} is not at this counter yet; synchronise first.</translation>
    </message>
    <message>
      <source>Pindaian …</source>
      <translation>Scan …</translation>
    </message>
    <message>
      <source>Rincian STS</source>
      <translation>Lines of a deposit slip</translation>
    </message>
    <message>
      <source>Rincian kuitansi</source>
      <translation>Lines of a receipt</translation>
    </message>
    <message>
      <source>STS (PDF) …</source>
      <translation>Deposit slip (PDF) …</translation>
    </message>
    <message>
      <source>STS dan serah terima</source>
      <translation>Deposit slip and hand-overs</translation>
    </message>
    <message>
      <source>STS tanpa bukti bank</source>
      <translation>Slip without proof</translation>
    </message>
    <message>
      <source>STS {no} menulis {found_rp}; serah terimanya {expected_rp}.</source>
      <translation>Deposit slip {no} says {found_rp}; its hand-overs give {expected_rp}.</translation>
    </message>
    <message>
      <source>STS {no}: jumlahnya {found_rp}, rinciannya {expected_rp}.</source>
      <translation>Deposit slip {no}: its total and its lines differ, {found_rp} and {expected_rp}.</translation>
    </message>
    <message>
      <source>Saldo awal</source>
      <translation>Opening balance</translation>
    </message>
    <message>
      <source>Sebelumnya</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>Seharusnya masih ada</source>
      <translation>Should still be there</translation>
    </message>
    <message>
      <source>Selisih</source>
      <translation>Difference</translation>
    </message>
    <message>
      <source>Selisih hitung laci</source>
      <translation>Differences of counted drawers</translation>
    </message>
    <message>
      <source>Selisih saat diterima bendahara</source>
      <translation>Differences found by the treasurer</translation>
    </message>
    <message>
      <source>Semua STS sudah berbukti.</source>
      <translation>The bank confirmed every slip.</translation>
    </message>
    <message>
      <source>Semua sudah disetor.</source>
      <translation>Everything is deposited.</translation>
    </message>
    <message>
      <source>Serah terima dan laci</source>
      <translation>Hand-over and drawers</translation>
    </message>
    <message>
      <source>Serah terima dari loket</source>
      <translation>Hand-overs from desks</translation>
    </message>
    <message>
      <source>Serah terima {no} menulis {found_rp}; lacinya {expected_rp}.</source>
      <translation>Hand-over {no} says {found_rp}; its drawers give {expected_rp}.</translation>
    </message>
    <message>
      <source>Setoran</source>
      <translation>Deposits</translation>
    </message>
    <message>
      <source>Simpan PDF …</source>
      <translation>Save PDF …</translation>
    </message>
    <message>
      <source>Simpan XLSX …</source>
      <translation>Save XLSX …</translation>
    </message>
    <message>
      <source>Simpan berkas</source>
      <translation>Save file</translation>
    </message>
    <message>
      <source>Sudah dibuat, tetapi nomor bukti banknya belum dicatat.</source>
      <translation>It was made, but the bank's number is not noted yet.</translation>
    </message>
    <message>
      <source>Surat tanda setoran (STS)</source>
      <translation>Deposit slips (STS)</translation>
    </message>
    <message>
      <source>Tahun</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Tanda terima (PDF) …</source>
      <translation>Hand-over slip (PDF) …</translation>
    </message>
    <message>
      <source>Tanggal</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Tanggal bank menerima</source>
      <translation>Day the bank took it</translation>
    </message>
    <message>
      <source>Tanggal setor</source>
      <translation>Day of deposit</translation>
    </message>
    <message>
      <source>Tercetak pada tanda terima; ditandatangani berdua.</source>
      <translation>Printed on the hand-over slip, which both sign.</translation>
    </message>
    <message>
      <source>Terima dari loket, setor dalam {days} hari kerja, catat buktinya.</source>
      <translation>Receive from desks, deposit within {days} working {days:day|days}, note the bank's proof.</translation>
    </message>
    <message>
      <source>Terima uangnya</source>
      <translation>Receive the money</translation>
    </message>
    <message>
      <source>Terima {number} dari {desk}</source>
      <translation>Receive {number} from {desk}</translation>
    </message>
    <message>
      <source>Terima …</source>
      <translation>Receive …</translation>
    </message>
    <message>
      <source>Terlambat {days} hari kerja: {late_rp}, tertua dari {since}.</source>
      <translation>{days} working {days:day|days} late: {late_rp}, the oldest of {since}.</translation>
    </message>
    <message>
      <source>Ternyata ada</source>
      <translation>Is there</translation>
    </message>
    <message>
      <source>Tersimpan: {path}</source>
      <translation>Saved: {path}</translation>
    </message>
    <message>
      <source>Tertua dari {since}; masih dalam batas.</source>
      <translation>The oldest is of {since}; still in time.</translation>
    </message>
    <message>
      <source>Tidak ada penerimaan maupun setoran pada masa ini.</source>
      <translation>No receipts and no deposits in this time.</translation>
    </message>
    <message>
      <source>Tidak ada yang menunggu.</source>
      <translation>Nothing is waiting.</translation>
    </message>
    <message>
      <source>Tidak ada: semua kertas saling cocok.</source>
      <translation>Nothing: all papers agree.</translation>
    </message>
    <message>
      <source>Tunai</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Tunai di bendahara</source>
      <translation>Cash with the treasurer</translation>
    </message>
    <message>
      <source>Tunai di loket</source>
      <translation>Cash at desks</translation>
    </message>
    <message>
      <source>Uangnya, {amount_rp}, kembali menunggu disetor. Nomor STS ini tetap tercatat sebagai batal.</source>
      <translation>Its money, {amount_rp}, waits to be deposited again. The number stays on record as void.</translation>
    </message>
    <message>
      <source>Yang perlu dilihat</source>
      <translation>Worth a look</translation>
    </message>
    <message>
      <source>batal: {reason}</source>
      <translation>void: {reason}</translation>
    </message>
    <message>
      <source>belum disetor</source>
      <translation>not deposited yet</translation>
    </message>
    <message>
      <source>belum disetor, telat {days} hari</source>
      <translation>not deposited, {days} {days:day|days} late</translation>
    </message>
    <message>
      <source>dari {desks}</source>
      <translation>from {desks}</translation>
    </message>
    <message>
      <source>di antaranya nontunai {noncash_rp}</source>
      <translation>of which not cash {noncash_rp}</translation>
    </message>
    <message>
      <source>diterima {on}</source>
      <translation>received {on}</translation>
    </message>
    <message>
      <source>menunggu bukti bank</source>
      <translation>waiting for the bank</translation>
    </message>
    <message>
      <source>menunggu diterima</source>
      <translation>waiting to be received</translation>
    </message>
    <message>
      <source>nontunai {noncash_rp}</source>
      <translation>not cash {noncash_rp}</translation>
    </message>
    <message>
      <source>terlambat {days} hari</source>
      <translation>{days} {days:day|days} late</translation>
    </message>
    <message>
      <source>terlampir</source>
      <translation>attached</translation>
    </message>
    <message>
      <source>{amount_rp} sudah disetor? Catat nomor bukti dari bank dan lampirkan STS yang dicap.</source>
      <translation>{amount_rp} is deposited? Note the bank's number and attach the stamped slip.</translation>
    </message>
    <message>
      <source>{by} menyerahkan {cash_rp} tunai pada {on}.</source>
      <translation>{by} handed over {cash_rp} in cash on {on}.</translation>
    </message>
    <message>
      <source>{count} anggota menunggu uang kembali, {refund_rp}: Denda &amp; Kas (F6).</source>
      <translation>{count} {count:member waits|members wait} for money back, {refund_rp}: Fines &amp; Cash (F6).</translation>
    </message>
    <message>
      <source>{count} serah terima</source>
      <translation>{count} {count:hand-over|hand-overs}</translation>
    </message>
    <message>
      <source>{desk}: {amount_rp} sejak {since} belum sampai di sini.</source>
      <translation>{desk}: {amount_rp} taken since {since} has not arrived here.</translation>
    </message>
    <message>
      <source>{no} batal; uangnya kembali menunggu disetor.</source>
      <translation>{no} is void; its money waits to be deposited again.</translation>
    </message>
    <message>
      <source>{no} dibuat, {amount_rp}. Simpan PDF-nya, setor ke bank, lalu catat buktinya.</source>
      <translation>{no} made, {amount_rp}. Save its PDF, take it to the bank, then note the proof.</translation>
    </message>
    <message>
      <source>{no} diterima: {received_rp}.</source>
      <translation>{no} received: {received_rp}.</translation>
    </message>
    <message>
      <source>{period} cocok: kuitansi, serah terima, dan STS sama.</source>
      <translation>{period} agrees: receipts, hand-overs and deposits are the same.</translation>
    </message>
    <message>
      <source>{period}: selisih {amount_rp} tidak dijelaskan baris mana pun. Hubungi pengelola sebelum tutup buku.</source>
      <translation>{period}: no line explains a difference of {amount_rp}. Call support before closing the books.</translation>
    </message>
    <message>
      <source>{period}: {count} hal tidak cocok, selisih {amount_rp}. Lihat di kanan.</source>
      <translation>{period}: {count} {count:thing does|things do} not agree, difference {amount_rp}. See at the right.</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Bantuan</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Cadangan sudah diperiksa dan tersimpan: {path}</source>
      <translation>Backup checked and saved: {path}</translation>
    </message>
    <message>
      <source>Cadangkan sekarang</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Ganti petugas</source>
      <translation>Change operator</translation>
    </message>
    <message>
      <source>Halaman ini untuk pengawas atau administrator.</source>
      <translation>This page is for supervisors and administrators.</translation>
    </message>
    <message>
      <source>Impor data …</source>
      <translation>Import data …</translation>
    </message>
    <message>
      <source>Impor foto anggota …</source>
      <translation>Import member photos …</translation>
    </message>
    <message>
      <source>Kunci loket</source>
      <translation>Lock counter</translation>
    </message>
    <message>
      <source>Media kedua tidak terisi. {why}</source>
      <translation>The second medium has no copy. {why}</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
  </context>
  <context>
    <name>card end</name>
    <message>
      <source>data berubah</source>
      <translation>data changed</translation>
    </message>
    <message>
      <source>hilang</source>
      <translation>lost</translation>
    </message>
    <message>
      <source>rusak</source>
      <translation>damaged</translation>
    </message>
  </context>
  <context>
    <name>import kind</name>
    <message>
      <source>Anggota</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Eksemplar</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Judul</source>
      <translation>Titles</translation>
    </message>
  </context>
  <context>
    <name>invalid</name>
    <message>
      <source>Ada huruf yang tidak bisa dicetak sebagai barcode; ganti.</source>
      <translation>Some characters cannot be printed as a barcode; change them.</translation>
    </message>
    <message>
      <source>Ada selisih {difference_rp}: tulis penjelasannya.</source>
      <translation>There is a difference of {difference_rp}: say why.</translation>
    </message>
    <message>
      <source>Alamat harus diawali https:// supaya data tidak terbaca orang.</source>
      <translation>The address must begin with https://, so that nobody reads along.</translation>
    </message>
    <message>
      <source>Angka ke-7 sampai ke-12 ({written}) bukan tanggal; ketik ulang NIK-nya.</source>
      <translation>Digits 7 to 12 ({written}) are no date; type the NIK again.</translation>
    </message>
    <message>
      <source>Angka periksanya tidak cocok; mungkin {expected}.</source>
      <translation>The check digit does not match; perhaps {expected}.</translation>
    </message>
    <message>
      <source>Aturan ini sudah diganti di loket lain; pilih lagi dari daftar.</source>
      <translation>This rule was replaced at another counter; choose again.</translation>
    </message>
    <message>
      <source>Bacakan pemberitahuannya, lalu centang bila ia setuju.</source>
      <translation>Read the notice out, then tick this if the member agrees.</translation>
    </message>
    <message>
      <source>Bagian {part} tidak dikenal; periksa tanda kurungnya.</source>
      <translation>The part {part} is unknown; check the brackets.</translation>
    </message>
    <message>
      <source>Balasan ini milik loket lain. Pilih berkas untuk loket ini.</source>
      <translation>This reply is another counter's. Choose the file for this counter.</translation>
    </message>
    <message>
      <source>Balasan ini sudah didahului sinkronisasi yang lebih baru. Buat paket baru bila masih perlu.</source>
      <translation>A later synchronization came before this reply. Write a new packet if you still need one.</translation>
    </message>
    <message>
      <source>Beri garis miring, titik, atau tanda hubung di antara bagiannya.</source>
      <translation>Put a slash, a dot or a dash between its parts.</translation>
    </message>
    <message>
      <source>Beri nama desain ini.</source>
      <translation>Give this design a name.</translation>
    </message>
    <message>
      <source>Beri tanda hubung sesudah kode loket atau tentukan panjangnya; nomor dua loket bisa tertukar.</source>
      <translation>Put a dash after the counter code or give it a length; numbers of two counters could be confused.</translation>
    </message>
    <message>
      <source>Berkas desain belum memuat “{value}”. Lengkapi dahulu.</source>
      <translation>The design file lacks “{value}”. Add it first.</translation>
    </message>
    <message>
      <source>Berkas desain memuat “{value}”, yang tidak dikenal. Hapus baris itu.</source>
      <translation>The design file holds “{value}”, which is not known. Delete that line.</translation>
    </message>
    <message>
      <source>Berkas ini bukan desain kartu yang utuh: {reason}</source>
      <translation>This file is not a sound card design: {reason}</translation>
    </message>
    <message>
      <source>Berkas ini bukan foto JPG, PNG, atau WebP yang utuh. Pilih lain.</source>
      <translation>This file is not a whole JPG, PNG or WebP photo. Choose another.</translation>
    </message>
    <message>
      <source>Berkas ini bukan gambar atau PDF yang dapat dibaca. Pilih berkas lain.</source>
      <translation>This file is no picture or PDF that can be read. Choose another.</translation>
    </message>
    <message>
      <source>Berkas ini rusak, atau bukan balasan Loket Pusat untuk loket ini.</source>
      <translation>This file is damaged, or not Loket Pusat's reply to this counter.</translation>
    </message>
    <message>
      <source>Berkas ini terlalu besar untuk sebuah desain kartu. Pilih lagi.</source>
      <translation>This file is too large for a card design. Choose again.</translation>
    </message>
    <message>
      <source>Berkas pindaian terlalu besar. Pindai dengan ukuran yang lebih kecil.</source>
      <translation>The scan is too large. Scan it smaller.</translation>
    </message>
    <message>
      <source>Bukan alamat server. Contohnya: pusat.dinas.example:8447.</source>
      <translation>Not a server's address. An example: pusat.dinas.example:8447.</translation>
    </message>
    <message>
      <source>Calon ini tidak menunggu lagi; mungkin diterima di loket lain.</source>
      <translation>This applicant is no longer waiting; perhaps another counter accepted the form.</translation>
    </message>
    <message>
      <source>Catat atau simpan kuncinya, lalu centang.</source>
      <translation>Note or save the key, then tick the box.</translation>
    </message>
    <message>
      <source>Cukup {last} angka terakhir. Nomor lengkapnya tidak boleh dicatat.</source>
      <translation>Only the last {last} digits. The whole number must not be written down.</translation>
    </message>
    <message>
      <source>Data anggota ini sudah dihapus atau digabung.</source>
      <translation>This member's record was erased or merged.</translation>
    </message>
    <message>
      <source>Denda uang perlu dasar hukum: tulis nomor dan tahun peraturannya.</source>
      <translation>A money fine needs a legal basis: give the regulation's number and year.</translation>
    </message>
    <message>
      <source>Empat angka terakhir NIK tidak pernah 0000; ketik ulang.</source>
      <translation>The last four digits of a NIK are never 0000; type it again.</translation>
    </message>
    <message>
      <source>Foto ini terlalu besar. Kecilkan dahulu, lalu pilih lagi.</source>
      <translation>This photo is too large. Make it smaller first, then choose it again.</translation>
    </message>
    <message>
      <source>Foto ini terlalu kecil; sisi pendeknya minimal {least} titik.</source>
      <translation>This photo is too small; its shorter side needs at least {least} pixels.</translation>
    </message>
    <message>
      <source>Foto perlu persetujuan; centang, atau simpan tanpa foto.</source>
      <translation>A photo needs consent; tick it, or save without a photo.</translation>
    </message>
    <message>
      <source>Hal yang sama tertulis dua kali.</source>
      <translation>The same thing is on the list twice.</translation>
    </message>
    <message>
      <source>Ini ISBN dari penerbit. Pindai label perpustakaan.</source>
      <translation>This is the publisher's ISBN. Scan the library label.</translation>
    </message>
    <message>
      <source>Ini ISBN sebuah buku, bukan nomor anggota.</source>
      <translation>This is the ISBN of a book, not a member number.</translation>
    </message>
    <message>
      <source>Ini bukan NIK. Kosongkan bila nomornya belum ada.</source>
      <translation>This is not a NIK. Leave it empty while there is no number.</translation>
    </message>
    <message>
      <source>Ini eksemplar judul lain: {title}.</source>
      <translation>This is a copy of another title: {title}.</translation>
    </message>
    <message>
      <source>Isi 1 sampai {most}.</source>
      <translation>Enter 1 to {most}.</translation>
    </message>
    <message>
      <source>Isi Rp0: besarnya diatur di aturan pinjam atau ditentukan saat bukunya hilang atau rusak.</source>
      <translation>Enter Rp0: the amount is set by the loan rules, or told when the book is lost or damaged.</translation>
    </message>
    <message>
      <source>Isi alamat Loket Pusat, atau pindai kodenya.</source>
      <translation>Give the address of Loket Pusat, or scan its code.</translation>
    </message>
    <message>
      <source>Isi angka antara {least} dan {most}; {value} di luar itu.</source>
      <translation>Enter a number between {least} and {most}; {value} is outside.</translation>
    </message>
    <message>
      <source>Isi banyaknya lembar atau keping dengan angka.</source>
      <translation>Enter how many notes or coins there are, in digits.</translation>
    </message>
    <message>
      <source>Isi besar denda per hari, atau pilih tanpa denda uang.</source>
      <translation>Enter the fine per day, or choose no money fine.</translation>
    </message>
    <message>
      <source>Isi dahulu.</source>
      <translation>Fill this in.</translation>
    </message>
    <message>
      <source>Isi dengan angka antara {minimum} dan {maximum}.</source>
      <translation>Enter a number between {minimum} and {maximum}.</translation>
    </message>
    <message>
      <source>Isi dengan jumlah antara {least_rp} dan {most_rp}.</source>
      <translation>Enter an amount between {least_rp} and {most_rp}.</translation>
    </message>
    <message>
      <source>Isi judulnya dahulu.</source>
      <translation>Enter the title first.</translation>
    </message>
    <message>
      <source>Isi jumlah peserta, 1 sampai {most}.</source>
      <translation>Enter how many took part, 1 to {most}.</translation>
    </message>
    <message>
      <source>Isi kode pendaftaran dari Loket Pusat.</source>
      <translation>Give the enrolment code from Loket Pusat.</translation>
    </message>
    <message>
      <source>Isi tanggalnya lengkap: hari, bulan, dan tahun.</source>
      <translation>Give the whole date: day, month and year.</translation>
    </message>
    <message>
      <source>Isi tepat {last} huruf atau angka terakhir dari nomornya.</source>
      <translation>Fill in exactly the last {last} letters or digits of its number.</translation>
    </message>
    <message>
      <source>Isian “{value}” tidak ada. Sisipkan isian dari daftarnya.</source>
      <translation>There is no field “{value}”. Insert fields from their list.</translation>
    </message>
    <message>
      <source>Jangan enam angka yang sama.</source>
      <translation>Not the same digit six times.</translation>
    </message>
    <message>
      <source>Jangan menulis NIK di buku tamu. Nama atau inisial cukup.</source>
      <translation>Do not write a NIK in the guestbook. A name or initials will do.</translation>
    </message>
    <message>
      <source>Jenis anggota ini tidak ada dalam daftar perpustakaan.</source>
      <translation>This member type is not in the library's list.</translation>
    </message>
    <message>
      <source>Jenis koleksi ini tidak ada dalam daftar perpustakaan.</source>
      <translation>This collection kind is not in the library's list.</translation>
    </message>
    <message>
      <source>Jenis surat, kuitansi atau setoran, harus ada, sekali.</source>
      <translation>The kind of paper, receipt or deposit slip, must be in it, once.</translation>
    </message>
    <message>
      <source>Judul “{title}” sudah ada di daftar.</source>
      <translation>“{title}” is in the list already.</translation>
    </message>
    <message>
      <source>Kata sandi tidak boleh sama dengan nama pengguna.</source>
      <translation>The password must differ from the username.</translation>
    </message>
    <message>
      <source>Kedua kata sandi berbeda; ketik sekali lagi.</source>
      <translation>The two passwords differ; type it once more.</translation>
    </message>
    <message>
      <source>Kelebihan bayarnya {credit_rp}; isi paling banyak sebesar itu.</source>
      <translation>{credit_rp} was paid too much; enter at most that.</translation>
    </message>
    <message>
      <source>Ketik {wanted} persis seperti itu.</source>
      <translation>Type {wanted} exactly like that.</translation>
    </message>
    <message>
      <source>Kode ini sudah berarti lain saat dipindai. Pakai kode yang lain untuk tanda loker.</source>
      <translation>This code means something else when scanned. Use another code for the locker's tag.</translation>
    </message>
    <message>
      <source>Kode ini sudah dipakai {name}. Pilih kode lain.</source>
      <translation>This code is already used by {name}. Choose another one.</translation>
    </message>
    <message>
      <source>Kode ini sudah dipakai. Setiap loket perlu kode sendiri; minta lagi.</source>
      <translation>This code is used up. Each counter needs its own; ask for another.</translation>
    </message>
    <message>
      <source>Kode ini untuk loket yang membawa perpustakaannya. Minta kode loket tambahan.</source>
      <translation>This code is for a counter that brings its library. Ask for a further counter's.</translation>
    </message>
    <message>
      <source>Kode ini untuk perpustakaan lain. Minta kode perpustakaan ini.</source>
      <translation>This code is for another library. Ask for one of this library.</translation>
    </message>
    <message>
      <source>Kode ini {length} huruf; paling panjang {longest}. Mungkin dua pindaian menyatu.</source>
      <translation>This code has {length} characters; the most is {longest}. Perhaps two scans ran together.</translation>
    </message>
    <message>
      <source>Kode loket di depan nomor urut, dan angka periksa paling akhir.</source>
      <translation>Counter code before the running number, and the check digit last.</translation>
    </message>
    <message>
      <source>Kode loket harus ada, sekali: tanpanya dua loket bisa memberi nomor yang sama.</source>
      <translation>The counter code must be there, once: without it two counters could give the same number.</translation>
    </message>
    <message>
      <source>Kode loket {station} lebih dari {longest} tanda. Pendekkan kode loket atau ubah pola nomor anggota.</source>
      <translation>The counter code {station} is longer than {longest} signs. Shorten it or change the member number pattern.</translation>
    </message>
    <message>
      <source>Kode pos terdiri atas lima angka.</source>
      <translation>A postcode has five digits.</translation>
    </message>
    <message>
      <source>Kode sudah lewat masa berlakunya. Minta kode baru.</source>
      <translation>The code has expired. Ask for a new one.</translation>
    </message>
    <message>
      <source>Kode tidak cocok. Periksa huruf demi huruf; lima kali salah hangus.</source>
      <translation>The code does not fit. Check it letter by letter; five errors void it.</translation>
    </message>
    <message>
      <source>Kode {taken} sudah dipakai loket lain. Pilih kode lain.</source>
      <translation>The code {taken} belongs to another counter. Choose another.</translation>
    </message>
    <message>
      <source>Kode “{value}” terlalu panjang untuk desain ini: perlu {need_mm} mm. Lebarkan barcodenya.</source>
      <translation>The code “{value}” is too long for this design: it needs {need_mm} mm. Widen the barcode.</translation>
    </message>
    <message>
      <source>Kode “{value}” tidak bisa dicetak sebagai barcode. Beri anggota ini nomor lain.</source>
      <translation>The code “{value}” cannot be printed as a barcode. Give this member another number.</translation>
    </message>
    <message>
      <source>Kunci pemulihan tidak cocok: terbaca {signs} dari {wanted} tanda. Periksa lembarnya huruf demi huruf.</source>
      <translation>The recovery key does not fit: {signs} of {wanted} characters read. Check the sheet letter by letter.</translation>
    </message>
    <message>
      <source>Kurang; yang harus dibayar {total_rp}.</source>
      <translation>Too little; {total_rp} is to be paid.</translation>
    </message>
    <message>
      <source>Lahir tahun {year}? Periksa tahunnya.</source>
      <translation>Born in {year}? Check the year.</translation>
    </message>
    <message>
      <source>Laki-laki dan perempuan melebihi jumlah peserta. Perbaiki.</source>
      <translation>More men and women than people who took part. Correct it.</translation>
    </message>
    <message>
      <source>Lebih dari {days} hari yang lalu. Periksa tahunnya; catatan setua itu tidak diambil lagi.</source>
      <translation>More than {days} {days:day|days} ago. Check the year; lines that old are no longer taken.</translation>
    </message>
    <message>
      <source>Loket lain juga berkode {station}. Ubah kode loket ini di Pengaturan, lalu daftarkan lagi.</source>
      <translation>Another counter has the code {station} too. Change this counter's code in Settings, then register again.</translation>
    </message>
    <message>
      <source>Menurut tarif, jumlahnya {tariff_rp}.</source>
      <translation>By the tariff it is {tariff_rp}.</translation>
    </message>
    <message>
      <source>NIK terdiri atas {digits} angka; ini {found}.</source>
      <translation>A NIK has {digits} digits; this has {found}.</translation>
    </message>
    <message>
      <source>NIP terdiri dari {digits} angka. Periksa, atau kosongkan.</source>
      <translation>A NIP has {digits} digits. Check it, or leave it empty.</translation>
    </message>
    <message>
      <source>Nama gambar “{value}” tidak bisa dipakai. Pilih gambarnya lagi.</source>
      <translation>The picture name “{value}” cannot be used. Choose the picture again.</translation>
    </message>
    <message>
      <source>Nama pendek “{value}” tidak bisa dipakai. Pakai huruf kecil dan angka.</source>
      <translation>The short name “{value}” cannot be used. Use small letters and digits.</translation>
    </message>
    <message>
      <source>Nama tujuan ini sudah ada di daftar.</source>
      <translation>A purpose of this name is already on the list.</translation>
    </message>
    <message>
      <source>Nama “{username}” sudah dipakai; pilih yang lain.</source>
      <translation>The name “{username}” is taken; choose another.</translation>
    </message>
    <message>
      <source>Nilai dahulu paling sedikit satu pertanyaan.</source>
      <translation>Answer at least one question first.</translation>
    </message>
    <message>
      <source>Nilai ini tidak dapat dipakai; periksa keterangannya.</source>
      <translation>This value cannot be used; see the note beside it.</translation>
    </message>
    <message>
      <source>Nomor anggota {value} tidak dikenal. Betulkan, atau isi namanya.</source>
      <translation>Member number {value} is not known. Correct it, or fill in the name.</translation>
    </message>
    <message>
      <source>Nomor ini lebih panjang dari {longest} tanda.</source>
      <translation>This number is longer than {longest} signs.</translation>
    </message>
    <message>
      <source>Nomor label perpustakaan ini {digits} angka.</source>
      <translation>This library's labels have {digits} digits.</translation>
    </message>
    <message>
      <source>Nomor loker paling banyak 6 huruf dan angka tanpa spasi, misalnya 12 atau A05.</source>
      <translation>A locker number has up to 6 letters and digits without blanks, such as 12 or A05.</translation>
    </message>
    <message>
      <source>Nomor terakhir harus sama huruf depannya dan tidak lebih kecil dari nomor pertama.</source>
      <translation>The last number must begin with the same letters and not be smaller than the first.</translation>
    </message>
    <message>
      <source>Nomor urut dengan pola ini habis; mulai dari pola lain.</source>
      <translation>This number series is used up; start another.</translation>
    </message>
    <message>
      <source>Nomor urut harus ada, sekali.</source>
      <translation>The running number must be there, once.</translation>
    </message>
    <message>
      <source>Nomor urut sudah sampai {highest}. Perpanjang pola nomor anggota di Pengaturan.</source>
      <translation>The running number has reached {highest}. Lengthen the member number pattern in Settings.</translation>
    </message>
    <message>
      <source>Nomor {number} sudah dipakai komputer lain.</source>
      <translation>Another computer has number {number}.</translation>
    </message>
    <message>
      <source>Nomor {number} sudah dipakai loker lain.</source>
      <translation>Another locker has the number {number}.</translation>
    </message>
    <message>
      <source>PIN terdiri atas enam angka.</source>
      <translation>A PIN has six digits.</translation>
    </message>
    <message>
      <source>Pakai huruf dan angka, seperti tertulis pada kartunya.</source>
      <translation>Use letters and digits, as written on the card.</translation>
    </message>
    <message>
      <source>Pakai huruf, angka, titik, atau tanda hubung, paling banyak {longest}, tanpa spasi.</source>
      <translation>Use letters, digits, full stops or hyphens, {longest} at most, no spaces.</translation>
    </message>
    <message>
      <source>Pakai {shortest}–{longest} huruf atau angka tanpa spasi, misalnya siti.a.</source>
      <translation>Use {shortest}–{longest} letters or digits, no spaces, such as siti.a.</translation>
    </message>
    <message>
      <source>Paling banyak {longest} huruf, angka, atau tanda hubung, tanpa spasi.</source>
      <translation>At most {longest} letters, digits or hyphens, without spaces.</translation>
    </message>
    <message>
      <source>Paling banyak {most_rp}; periksa angkanya.</source>
      <translation>At most {most_rp}; check the figure.</translation>
    </message>
    <message>
      <source>Paling banyak {most} loker sekaligus.</source>
      <translation>At most {most} lockers at once.</translation>
    </message>
    <message>
      <source>Paling banyak {most}. Periksa angkanya.</source>
      <translation>At most {most}. Check the number.</translation>
    </message>
    <message>
      <source>Paling lama {days} hari yang lalu.</source>
      <translation>At most {days} {days:day|days} ago.</translation>
    </message>
    <message>
      <source>Paling lama {longest} hari sekaligus.</source>
      <translation>{longest} days at a time at most.</translation>
    </message>
    <message>
      <source>Paling panjang {longest} huruf dan angka biasa.</source>
      <translation>At most {longest} plain letters and digits.</translation>
    </message>
    <message>
      <source>Paling sedikit {minimum} huruf; kalimat pendek mudah diingat.</source>
      <translation>At least {minimum} characters; a short sentence is easy to remember.</translation>
    </message>
    <message>
      <source>Panjangnya {least} sampai {most} angka.</source>
      <translation>Its length is {least} to {most} digits.</translation>
    </message>
    <message>
      <source>Pejabat ini sudah dihapus. Masukkan sebagai pejabat baru.</source>
      <translation>This official was deleted. Enter a new one.</translation>
    </message>
    <message>
      <source>Persetujuan tidak dicabut di sini. Bila ia menariknya, hapus data pribadinya.</source>
      <translation>Consent is not withdrawn here. If the member withdraws it, erase the personal data.</translation>
    </message>
    <message>
      <source>Petugas ini sudah tidak ada; buka kembali halaman ini.</source>
      <translation>This operator no longer exists; reopen this page.</translation>
    </message>
    <message>
      <source>Pilih WIB, WITA, atau WIT.</source>
      <translation>Choose WIB, WITA or WIT.</translation>
    </message>
    <message>
      <source>Pilih dahulu yang dibayar.</source>
      <translation>Choose first what is to be paid.</translation>
    </message>
    <message>
      <source>Pilih jaminan yang dititipkan.</source>
      <translation>Choose what is held.</translation>
    </message>
    <message>
      <source>Pilih jenis identitasnya.</source>
      <translation>Choose the kind of identity paper.</translation>
    </message>
    <message>
      <source>Pilih kedudukannya dari daftar.</source>
      <translation>Choose the office from the list.</translation>
    </message>
    <message>
      <source>Pilih laki-laki atau perempuan.</source>
      <translation>Choose male or female.</translation>
    </message>
    <message>
      <source>Pilih mengapa kartu itu tidak bisa dipakai.</source>
      <translation>Choose why that card cannot be used.</translation>
    </message>
    <message>
      <source>Pilih paling sedikit satu peran.</source>
      <translation>Choose at least one role.</translation>
    </message>
    <message>
      <source>Pilih pejabat tetap, Plt., atau Plh.</source>
      <translation>Choose regular holder, Plt. or Plh.</translation>
    </message>
    <message>
      <source>Pilih salah satu alasan.</source>
      <translation>Choose one of the reasons.</translation>
    </message>
    <message>
      <source>Pilih salah satu dari daftar; {value} tidak ada di sana.</source>
      <translation>Choose one from the list; {value} is not on it.</translation>
    </message>
    <message>
      <source>Pilih salah satu dari empat jawaban, atau lewati.</source>
      <translation>Choose one of the four answers, or skip it.</translation>
    </message>
    <message>
      <source>Pilih salah satu jenis.</source>
      <translation>Choose one of the kinds.</translation>
    </message>
    <message>
      <source>Pilih salah satu klas.</source>
      <translation>Choose one of the classes.</translation>
    </message>
    <message>
      <source>Pilih salah satu profil loket.</source>
      <translation>Choose one of the counter profiles.</translation>
    </message>
    <message>
      <source>Pilih salah satu ruang.</source>
      <translation>Choose one of the rooms.</translation>
    </message>
    <message>
      <source>Pilih tanggal sesudah {after}.</source>
      <translation>Choose a date after {after}.</translation>
    </message>
    <message>
      <source>Pilih tanggal {on} atau sesudahnya.</source>
      <translation>Choose {on} or a later day.</translation>
    </message>
    <message>
      <source>Pilihan itu tidak ada lagi; buka daftar sekali lagi.</source>
      <translation>That choice is gone; open the list again.</translation>
    </message>
    <message>
      <source>Pindai dahulu buku yang dibawa keluar.</source>
      <translation>Scan the books that go out first.</translation>
    </message>
    <message>
      <source>Pindai kartu atau nomor pengunjung, atau ketik nama yang menitipkan.</source>
      <translation>Scan the card or the visitor number, or type the name of who leaves the things.</translation>
    </message>
    <message>
      <source>Pindai kartu pembaca, atau tulis namanya.</source>
      <translation>Scan the reader's card, or write the name.</translation>
    </message>
    <message>
      <source>Pindai label barunya, atau ketik nomornya.</source>
      <translation>Scan the new label, or type its number.</translation>
    </message>
    <message>
      <source>Rinciannya {counted} orang, padahal yang datang {people}. Betulkan salah satunya.</source>
      <translation>The breakdown counts {counted} people, but {people} came. Correct one of the two.</translation>
    </message>
    <message>
      <source>Ruang ini tidak punya buku tamu. Pilih ruang lain atau pintu masuk.</source>
      <translation>This room keeps no visitor book. Choose another room or the entrance.</translation>
    </message>
    <message>
      <source>Salah satu peran tidak dikenal; pilih lagi.</source>
      <translation>One of the roles is unknown; choose again.</translation>
    </message>
    <message>
      <source>Satu kuitansi untuk satu orang; buat kuitansi lain untuk lainnya.</source>
      <translation>One receipt is for one person; make another receipt for the others.</translation>
    </message>
    <message>
      <source>Satu sisi memuat paling banyak {most} unsur. Hapus yang tak perlu.</source>
      <translation>One side holds {most} elements at most. Remove what is not needed.</translation>
    </message>
    <message>
      <source>Server itu menunjukkan sidik {pin}, bukan yang di belakang kode. Periksa alamat, lalu kodenya.</source>
      <translation>That server shows fingerprint {pin}, not the one behind the code. Check the address, then the code.</translation>
    </message>
    <message>
      <source>Server menolak kode ini ({code}). Minta kode baru.</source>
      <translation>The server refuses this code ({code}). Ask for a new one.</translation>
    </message>
    <message>
      <source>Server menunjukkan sidik {pin}. Bila di Loket Pusat sama, ketik di belakang kode.</source>
      <translation>The server shows fingerprint {pin}. If Loket Pusat shows the same, type it after the code.</translation>
    </message>
    <message>
      <source>Server sedang terganggu. Coba lagi beberapa menit lagi.</source>
      <translation>The server is in trouble. Try again in a few minutes.</translation>
    </message>
    <message>
      <source>Server tidak ditemukan. Periksa alamat dan kabel jaringan.</source>
      <translation>No server found. Check the address and the network cable.</translation>
    </message>
    <message>
      <source>Server tidak menjawab. Periksa alamatnya, lalu coba lagi.</source>
      <translation>The server does not answer. Check the address, then try again.</translation>
    </message>
    <message>
      <source>Sisi depan masih kosong. Tambahkan nama dan barcode.</source>
      <translation>The front is still empty. Add a name and a barcode.</translation>
    </message>
    <message>
      <source>Sudah ditangguhkan sampai {until}. Untuk mempersingkat, akhiri dahulu penangguhannya.</source>
      <translation>Already suspended until {until}. To shorten it, end the suspension first.</translation>
    </message>
    <message>
      <source>Sudah label “{title}”. Pakai label lain.</source>
      <translation>Already the label of “{title}”. Use another.</translation>
    </message>
    <message>
      <source>Tahun harus ada, sekali: nomor urut mulai lagi tiap tahun.</source>
      <translation>The year must be in it, once: running numbers begin again every year.</translation>
    </message>
    <message>
      <source>Tambahkan kode wilayah, seperti (0380) 821234.</source>
      <translation>Add the area code, like (0380) 821234.</translation>
    </message>
    <message>
      <source>Tamu membayar langsung; pilih cara bayarnya.</source>
      <translation>A guest pays at once; choose how.</translation>
    </message>
    <message>
      <source>Tanda ini sudah tergantung di loker {number}.</source>
      <translation>This tag hangs on locker {number} already.</translation>
    </message>
    <message>
      <source>Tanda kurung kurawal belum berpasangan. Sisipkan isian dari daftarnya.</source>
      <translation>A brace has no partner. Insert fields from their list.</translation>
    </message>
    <message>
      <source>Tanggal akhir harus sama atau sesudah tanggal awal.</source>
      <translation>The last date must not be before the first.</translation>
    </message>
    <message>
      <source>Tanggal akhir lebih dahulu daripada tanggal awal.</source>
      <translation>The last day is before the first.</translation>
    </message>
    <message>
      <source>Tanggal ini belum tiba; periksa tahunnya.</source>
      <translation>This date is still to come; check the year.</translation>
    </message>
    <message>
      <source>Tanggal ini sudah lewat.</source>
      <translation>This date is past.</translation>
    </message>
    <message>
      <source>Tanggal itu belum tiba.</source>
      <translation>That day has not come yet.</translation>
    </message>
    <message>
      <source>Tanggal kembali lebih dahulu daripada tanggal pinjamnya.</source>
      <translation>The return is earlier than the loan.</translation>
    </message>
    <message>
      <source>Tarif ini sudah tidak berlaku; pilih lagi dari daftar.</source>
      <translation>This tariff is no longer in force; choose again from the list.</translation>
    </message>
    <message>
      <source>Terbaca {signs} tanda; kodenya {wanted} tanda. Periksa huruf demi huruf.</source>
      <translation>{signs} {signs:sign|signs} read; the code has {wanted}. Check it letter by letter.</translation>
    </message>
    <message>
      <source>Terlalu banyak percobaan. Tunggu sebentar, atau minta kode baru.</source>
      <translation>Too many tries. Wait a while, or ask for a new code.</translation>
    </message>
    <message>
      <source>Terlalu panjang; paling banyak {longest} huruf.</source>
      <translation>Too long; {longest} characters at most.</translation>
    </message>
    <message>
      <source>Terlalu pendek; paling sedikit {least} huruf.</source>
      <translation>Too short; at least {least} letters.</translation>
    </message>
    <message>
      <source>Tidak ada angka untuk diurutkan; tambah satu demi satu.</source>
      <translation>There is no number to count on from; add them one by one.</translation>
    </message>
    <message>
      <source>Titik-titik bidang ini tidak lengkap. Periksa berkas desainnya.</source>
      <translation>The points of this shape are not complete. Check the design file.</translation>
    </message>
    <message>
      <source>Tujuan ini tidak ditawarkan kepadanya. Pilih tujuan yang lain.</source>
      <translation>This purpose is not offered to this visitor. Choose another one.</translation>
    </message>
    <message>
      <source>Tujuan yang dipakai harus ditawarkan paling sedikit kepada satu jenis pengunjung.</source>
      <translation>A purpose in use must be offered to at least one kind of visitor.</translation>
    </message>
    <message>
      <source>Tulis 1 sampai {most} angka yang makin besar, masing-masing 1 sampai {longest} hari.</source>
      <translation>Write 1 to {most} rising numbers, each of 1 to {longest} days.</translation>
    </message>
    <message>
      <source>Tulis alamat seperti nama@contoh.id.</source>
      <translation>Write the address like name@example.id.</translation>
    </message>
    <message>
      <source>Tulis alasannya.</source>
      <translation>Write the reason.</translation>
    </message>
    <message>
      <source>Tulis angka rupiah, seperti 45000.</source>
      <translation>Write rupiah in figures, such as 45000.</translation>
    </message>
    <message>
      <source>Tulis bilangan bulat, misalnya 125000. Boleh dengan titik.</source>
      <translation>Write a whole number, such as 125000. Dots are fine.</translation>
    </message>
    <message>
      <source>Tulis jamnya seperti 8.15 atau 08:15.</source>
      <translation>Write the time like 8.15 or 08:15.</translation>
    </message>
    <message>
      <source>Tulis nama seperti pada identitasnya, paling sedikit dua huruf.</source>
      <translation>Write the name as on the identity paper, at least two letters.</translation>
    </message>
    <message>
      <source>Tulis namanya, paling sedikit {least} huruf.</source>
      <translation>Write the name, {least} letters at least.</translation>
    </message>
    <message>
      <source>Tulis nomor dan tahun peraturannya; tanpa itu tarif Rp0.</source>
      <translation>Enter the number and year of the regulation; without it the tariff is Rp0.</translation>
    </message>
    <message>
      <source>Tulis nomor referensi dari aplikasi atau bukti transfernya.</source>
      <translation>Enter the reference number of the app or of the transfer slip.</translation>
    </message>
    <message>
      <source>Tulis nomor seperti 0812-3456-7890 atau (0380) 821234.</source>
      <translation>Write the number like 0812-3456-7890 or (0380) 821234.</translation>
    </message>
    <message>
      <source>Tulis tanggal seperti 17-08-2010.</source>
      <translation>Write the date like 17-08-2010.</translation>
    </message>
    <message>
      <source>Tulis tanggalnya seperti 17-8-2030.</source>
      <translation>Write the date like 17-8-2030.</translation>
    </message>
    <message>
      <source>Tulis warna sebagai #RRGGBB; “{value}” tidak dikenal.</source>
      <translation>Write a colour as #RRGGBB; “{value}” is not known.</translation>
    </message>
    <message>
      <source>Tulisan paling panjang {longest} huruf. Ringkaskan.</source>
      <translation>Text may have {longest} letters at most. Shorten it.</translation>
    </message>
    <message>
      <source>Ukuran terkecil tidak boleh melebihi ukuran huruf.</source>
      <translation>The smallest size must not be above the letter size.</translation>
    </message>
    <message>
      <source>Wajib bagi anggota di bawah {age} tahun.</source>
      <translation>Required for members under {age}.</translation>
    </message>
    <message>
      <source>Waktu ini belum tiba. Salin tanggal dan jam dari buku kertas.</source>
      <translation>This time has not come yet. Copy the date and time from the paper book.</translation>
    </message>
    <message>
      <source>Waktu pulang harus sesudah ia datang dan tidak boleh belum tiba.</source>
      <translation>The time of leaving must be after the arrival and must not be in the future.</translation>
    </message>
    <message>
      <source>Yang belum dibayar {owed_rp}; isi paling banyak sebesar itu.</source>
      <translation>{owed_rp} is still to be paid; enter at most that.</translation>
    </message>
    <message>
      <source>Yang ditinggal di laci tidak boleh lebih dari isinya, {counted_rp}.</source>
      <translation>No more can stay in the drawer than is in it, {counted_rp}.</translation>
    </message>
    <message>
      <source>Yang menjawab bukan Loket Pusat. Periksa alamat dan jaringannya.</source>
      <translation>What answers is not Loket Pusat. Check address and network.</translation>
    </message>
    <message>
      <source>{barcode} nomor anggota. Pakai label lain.</source>
      <translation>{barcode} is a member number. Use another label.</translation>
    </message>
    <message>
      <source>{count} orang sudah pernah dicetakkan kartu. Pilih alasan mencetak lagi.</source>
      <translation>{count} {count:person has|people have} had a card printed before. Choose the reason for printing another.</translation>
    </message>
    <message>
      <source>{value} sudah dipakai. Kosongkan agar nomor diberikan otomatis.</source>
      <translation>{value} is in use. Leave it empty to have a number given.</translation>
    </message>
    <message>
      <source>“{part}” tidak dapat dicetak sebagai barcode.</source>
      <translation>“{part}” cannot be printed as a barcode.</translation>
    </message>
    <message>
      <source>“{part}” tidak dikenal. Dalam kurung kurawal hanya: nama, buku, jatuh_tempo, hari, denda, perpustakaan.</source>
      <translation>“{part}” is not known. Inside braces only: nama, buku, jatuh_tempo, hari, denda, perpustakaan.</translation>
    </message>
    <message>
      <source>“{text}” tidak dikenal. Kegiatannya: {known}.</source>
      <translation>“{text}” is not known. The actions are: {known}.</translation>
    </message>
    <message>
      <source>“{text}”: tulis detiknya sesudah titik dua, misalnya loan:90.</source>
      <translation>“{text}”: write the seconds after the colon, as in loan:90.</translation>
    </message>
    <message>
      <source>“{value}” bukan gambar PNG atau JPEG yang utuh, atau melebihi 5 MB. Pilih gambar lain.</source>
      <translation>“{value}” is not a sound PNG or JPEG picture, or is above 5 MB. Choose another picture.</translation>
    </message>
    <message>
      <source>“{value}” bukan nilai yang tepat di berkas desain. Perbaiki baris itu.</source>
      <translation>“{value}” is not a fitting value in the design file. Correct that line.</translation>
    </message>
    <message>
      <source>“{value}” bukan pilihan di sini. Pilih salah satu: {choices}.</source>
      <translation>“{value}” is not a choice here. Choose one of: {choices}.</translation>
    </message>
  </context>
  <context>
    <name>kind</name>
    <message>
      <source>Anak</source>
      <translation>Children</translation>
    </message>
    <message>
      <source>Audio visual</source>
      <translation>Audiovisual</translation>
    </message>
    <message>
      <source>Deposit</source>
      <translation>Deposit</translation>
    </message>
    <message>
      <source>Referensi</source>
      <translation>Reference</translation>
    </message>
    <message>
      <source>Remaja</source>
      <translation>Youth</translation>
    </message>
    <message>
      <source>Tandon</source>
      <translation>Reserve</translation>
    </message>
    <message>
      <source>Terbitan berkala</source>
      <translation>Periodicals</translation>
    </message>
    <message>
      <source>Umum</source>
      <translation>General</translation>
    </message>
  </context>
  <context>
    <name>member type</name>
    <message>
      <source>ASN</source>
      <translation>Civil servant</translation>
    </message>
    <message>
      <source>Anak</source>
      <translation>Child</translation>
    </message>
    <message>
      <source>Lembaga</source>
      <translation>Institution</translation>
    </message>
    <message>
      <source>Mahasiswa</source>
      <translation>Student</translation>
    </message>
    <message>
      <source>Pelajar</source>
      <translation>Pupil</translation>
    </message>
    <message>
      <source>Umum</source>
      <translation>General</translation>
    </message>
  </context>
  <context>
    <name>refusal</name>
    <message>
      <source>Akhiri dahulu sesinya, atau pindahkan ke komputer lain.</source>
      <translation>End that session first, or move it to another computer.</translation>
    </message>
    <message>
      <source>Akhiri sesinya, atau minta persetujuan pengawas (F12).</source>
      <translation>End the session, or ask a supervisor (F12).</translation>
    </message>
    <message>
      <source>Anggota ini tidak sedang ditangguhkan.</source>
      <translation>This member is not suspended.</translation>
    </message>
    <message>
      <source>Angka periksa kode “{code}” tidak cocok.</source>
      <translation>The check digit of “{code}” does not match.</translation>
    </message>
    <message>
      <source>Arahkan anggota ke bendahara; kuitansinya langsung berlaku di sini.</source>
      <translation>Send the member to the treasurer; the receipt counts here at once.</translation>
    </message>
    <message>
      <source>Arahkan ke layanan keanggotaan untuk mendaftar kembali.</source>
      <translation>Send them to the membership desk to register again.</translation>
    </message>
    <message>
      <source>Arahkan membayar dahulu, atau minta persetujuan pengawas (F12).</source>
      <translation>Have it paid first, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Barangnya memang sudah di loker {number}.</source>
      <translation>The things are in locker {number} already.</translation>
    </message>
    <message>
      <source>Batalkan dahulu kuitansinya di kas.</source>
      <translation>Void the receipt at the cash desk first.</translation>
    </message>
    <message>
      <source>Batalkan dahulu pengembaliannya, atau selesaikan dengan pengawas.</source>
      <translation>Declare that refund void first, or settle it with a supervisor.</translation>
    </message>
    <message>
      <source>Batas {limit} eksemplar sudah tercapai.</source>
      <translation>The limit of {limit} {limit:copy|copies} is reached.</translation>
    </message>
    <message>
      <source>Batas {limit} judul sudah tercapai.</source>
      <translation>The limit of {limit} {limit:title|titles} is reached.</translation>
    </message>
    <message>
      <source>Belum ada petugas yang masuk.</source>
      <translation>No operator has signed in yet.</translation>
    </message>
    <message>
      <source>Belum ada tarif dengan dasar hukum untuk ini, jadi tidak boleh dipungut.</source>
      <translation>There is no tariff with a legal basis for this yet, so nothing may be asked.</translation>
    </message>
    <message>
      <source>Bersihkan label atau kaca pemindai, lalu pindai sekali lagi.</source>
      <translation>Clean the label or the scanner's glass, then scan again.</translation>
    </message>
    <message>
      <source>Betulkan dengan meminjamkan atau menerima kembali seperti biasa.</source>
      <translation>Put it right by lending or taking back as usual.</translation>
    </message>
    <message>
      <source>Betulkan jam komputer, atau tekan Ctrl+J bila tanggalnya memang benar.</source>
      <translation>Set the computer's clock, or press Ctrl+J if the date is right after all.</translation>
    </message>
    <message>
      <source>Bila bukunya sudah ada dan baik, tekan Ctrl+G untuk menyatakannya tersedia.</source>
      <translation>If the book is here and sound, press Ctrl+G to mark it available.</translation>
    </message>
    <message>
      <source>Bila ia masuk lagi, catat sebagai kunjungan baru.</source>
      <translation>If they come in again, write it down as a new visit.</translation>
    </message>
    <message>
      <source>Bila memang dimaksud, pindai sekali lagi.</source>
      <translation>If you mean it, scan once more.</translation>
    </message>
    <message>
      <source>Buka daftar sekali lagi untuk melihat keputusannya.</source>
      <translation>Open the list again to see the decision.</translation>
    </message>
    <message>
      <source>Buka lagi anggotanya untuk melihat tagihan yang sekarang.</source>
      <translation>Open the member again to see the charges as they are now.</translation>
    </message>
    <message>
      <source>Buka lagi anggotanya; mungkin sudah dipakai atau dikembalikan.</source>
      <translation>Open the member again; it may have been used or given back.</translation>
    </message>
    <message>
      <source>Buka revisi terakhirnya, periksa yang berubah, lalu tanda tangani.</source>
      <translation>Open its last revision, check what changed, then sign it.</translation>
    </message>
    <message>
      <source>Cari judul atau nama anggotanya, lalu minta pengatalog memberi label baru.</source>
      <translation>Search by title or member's name, then ask a cataloguer for a new label.</translation>
    </message>
    <message>
      <source>Catatan ini tidak sedang digabung dengan yang lain.</source>
      <translation>This record is not merged with another.</translation>
    </message>
    <message>
      <source>Catatan titipan ini tidak dikenal di sini.</source>
      <translation>This deposit is not known here.</translation>
    </message>
    <message>
      <source>Daftarkan orangnya sebagai anggota baru.</source>
      <translation>Register the person as a new member.</translation>
    </message>
    <message>
      <source>Data anggota ini sudah dihapus.</source>
      <translation>This member's data were erased.</translation>
    </message>
    <message>
      <source>Di sini yang dipindai buku; {code} bukan kode buku.</source>
      <translation>Books are scanned here; {code} is no book's code.</translation>
    </message>
    <message>
      <source>Diperpanjang pun jatuh temponya tetap {due_on}.</source>
      <translation>Even renewed it would still be due {due_on}.</translation>
    </message>
    <message>
      <source>Eksemplar ini tercatat {status}.</source>
      <translation>This copy is recorded as {status}.</translation>
    </message>
    <message>
      <source>Eksemplar {barcode} masih tercatat dipinjam.</source>
      <translation>Copy {barcode} is still recorded as on loan.</translation>
    </message>
    <message>
      <source>Eksemplar {barcode} sedang diminta atau dibaca orang lain.</source>
      <translation>Somebody else asked for copy {barcode}, or is reading it.</translation>
    </message>
    <message>
      <source>Eksemplar {barcode} tidak sedang dipinjam.</source>
      <translation>Copy {barcode} is not on loan.</translation>
    </message>
    <message>
      <source>Foto kopi ini sudah dibayar dengan kuitansi {number}.</source>
      <translation>These copies were paid with receipt {number}.</translation>
    </message>
    <message>
      <source>Hak pinjam ditangguhkan sampai {until}.</source>
      <translation>Borrowing is suspended until {until}.</translation>
    </message>
    <message>
      <source>Hari ini belum ada yang bisa dibatalkan di loket ini.</source>
      <translation>There is nothing to undo at this counter today.</translation>
    </message>
    <message>
      <source>Hari {on} belum tiba, jadi belum dapat ditutup.</source>
      <translation>{on} has not come yet, so it cannot be closed.</translation>
    </message>
    <message>
      <source>Hari {on} tidak sedang dikunci.</source>
      <translation>{on} is not locked.</translation>
    </message>
    <message>
      <source>Hitung dan tutup dahulu laci itu di tab Denda &amp; Kas.</source>
      <translation>Count and close that drawer first, on the tab Fines &amp; cash.</translation>
    </message>
    <message>
      <source>Hitung uang kembalian di laci dan buka kasnya, lalu ulangi.</source>
      <translation>Count the change in the drawer and open the cash desk, then try again.</translation>
    </message>
    <message>
      <source>Ia masih memakai komputer {number}.</source>
      <translation>This person still sits at computer {number}.</translation>
    </message>
    <message>
      <source>Ia masih meminjam “{title}” di aplikasi.</source>
      <translation>This reader still has “{title}” in the app.</translation>
    </message>
    <message>
      <source>Ia sudah tercatat keluar pukul {clock}.</source>
      <translation>They were already signed out at {clock}.</translation>
    </message>
    <message>
      <source>Ini administrator terakhir; perpustakaan tidak boleh tanpa administrator.</source>
      <translation>This is the last administrator; a library must have one.</translation>
    </message>
    <message>
      <source>Ini kartu anggota {name}, sedangkan yang ditunggu buku.</source>
      <translation>This is the member card of {name}; a book was expected.</translation>
    </message>
    <message>
      <source>Ini perlu persetujuan pengawas.</source>
      <translation>This needs a supervisor's approval.</translation>
    </message>
    <message>
      <source>Ini sudah dibatalkan sebelumnya.</source>
      <translation>This was declared void before.</translation>
    </message>
    <message>
      <source>Jadikan petugas lain administrator lebih dahulu.</source>
      <translation>Make another operator an administrator first.</translation>
    </message>
    <message>
      <source>Jaminan hanya diserahkan dengan nota {number}.</source>
      <translation>What is held goes back only against slip {number}.</translation>
    </message>
    <message>
      <source>Jatah {minutes} menit sehari sudah habis.</source>
      <translation>The {minutes} minutes for a day are used up.</translation>
    </message>
    <message>
      <source>Judul ini sudah dipinjam anggota yang sama.</source>
      <translation>This member already has this title on loan.</translation>
    </message>
    <message>
      <source>Kartu anggota habis masa berlakunya {valid_until}.</source>
      <translation>The member card expired {valid_until}.</translation>
    </message>
    <message>
      <source>Kartu lama, sudah diganti {ended_on} ({end}).</source>
      <translation>Old card, replaced on {ended_on} ({end}).</translation>
    </message>
    <message>
      <source>Kas hari {on} sudah dikunci di loket ini.</source>
      <translation>The cash of {on} is locked at this desk.</translation>
    </message>
    <message>
      <source>Keanggotaan sudah berakhir; kartunya tidak berlaku lagi.</source>
      <translation>Membership has ended; the card is no longer valid.</translation>
    </message>
    <message>
      <source>Keduanya sudah satu catatan.</source>
      <translation>Both are one record already.</translation>
    </message>
    <message>
      <source>Kembalikan dari laci loket lain, atau lewat transfer.</source>
      <translation>Give it back from another desk's drawer, or by transfer.</translation>
    </message>
    <message>
      <source>Kembalikan satu, atau minta persetujuan pengawas (F12).</source>
      <translation>Return one, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Kewajiban {owed_rp} belum dibayar; batasnya {limit_rp}.</source>
      <translation>{owed_rp} is owed; the limit is {limit_rp}.</translation>
    </message>
    <message>
      <source>Kios tidak menutup layanan dan tidak membuat rekap.</source>
      <translation>A kiosk does not close the day and makes no recap.</translation>
    </message>
    <message>
      <source>Kode ini {length} huruf; label perpustakaan paling panjang 50.</source>
      <translation>This code has {length} characters; library labels have 50 at most.</translation>
    </message>
    <message>
      <source>Kode “{code}” dipakai lebih dari satu kali.</source>
      <translation>Code “{code}” is used more than once.</translation>
    </message>
    <message>
      <source>Kode “{code}” tidak dikenal di sini.</source>
      <translation>Code “{code}” is not known here.</translation>
    </message>
    <message>
      <source>Koleksi {kind} hanya dibaca di tempat.</source>
      <translation>{kind} collection: read in the library only.</translation>
    </message>
    <message>
      <source>Komputer {number} sedang dipakai.</source>
      <translation>Computer {number} is in use.</translation>
    </message>
    <message>
      <source>Komputer {number} tidak dapat dipakai: {reason}.</source>
      <translation>Computer {number} cannot be used: {reason}.</translation>
    </message>
    <message>
      <source>Kuitansi ini tidak dikenal di sini.</source>
      <translation>This receipt is not known here.</translation>
    </message>
    <message>
      <source>Laci kas loket ini belum dibuka.</source>
      <translation>The cash drawer of this desk is not open yet.</translation>
    </message>
    <message>
      <source>Laci kas loket ini masih terbuka sejak {since}.</source>
      <translation>The drawer of this counter has been open since {since}.</translation>
    </message>
    <message>
      <source>Layanan internet memerlukan kartu anggota.</source>
      <translation>A member card is needed for the internet.</translation>
    </message>
    <message>
      <source>Layani antreannya dahulu, atau minta persetujuan pengawas (F12).</source>
      <translation>Serve the queue first, or ask a supervisor (F12).</translation>
    </message>
    <message>
      <source>Layani besok, atau minta pengawas membukanya lagi dengan alasan.</source>
      <translation>Serve tomorrow, or ask a supervisor to open it again with a reason.</translation>
    </message>
    <message>
      <source>Letakkan di rak. Untuk meminjamkan, tekan Esc lalu pindai kartu anggota.</source>
      <translation>Put it on the shelf. To lend it, press Esc, then scan the member card.</translation>
    </message>
    <message>
      <source>Lihat daftar permintaan yang terbaru.</source>
      <translation>Look at the list of requests as it is now.</translation>
    </message>
    <message>
      <source>Lihat daftar yang masih di luar.</source>
      <translation>Look at the list of what is still out.</translation>
    </message>
    <message>
      <source>Lihat daftar yang sekarang.</source>
      <translation>Look at the list as it is now.</translation>
    </message>
    <message>
      <source>Lihat papan komputer yang terbaru.</source>
      <translation>Look at the board as it is now.</translation>
    </message>
    <message>
      <source>Loker ini tidak ada atau sudah dihapus dari daftar.</source>
      <translation>This locker does not exist or was taken off the list.</translation>
    </message>
    <message>
      <source>Loker {number} sedang terisi.</source>
      <translation>There are things in locker {number}.</translation>
    </message>
    <message>
      <source>Loker {number} sudah terisi.</source>
      <translation>Locker {number} is taken.</translation>
    </message>
    <message>
      <source>Loker {number} tidak dapat dipakai: {reason}.</source>
      <translation>Locker {number} is out of order: {reason}.</translation>
    </message>
    <message>
      <source>Loket ini baru mencatat layanan sejak {first}; {on} tidak dapat direkap.</source>
      <translation>This counter has kept records only since {first}; there is no recap of {on}.</translation>
    </message>
    <message>
      <source>Masih ada {count} orang yang menunggu lebih dahulu.</source>
      <translation>{count} {count:person has|people have} been waiting longer.</translation>
    </message>
    <message>
      <source>Masih ada {count} pinjaman yang terlambat.</source>
      <translation>There {count:is|are} still {count} overdue {count:loan|loans}.</translation>
    </message>
    <message>
      <source>Masih ada {count} urusan yang belum selesai.</source>
      <translation>{count} {count:matter is|matters are} still open.</translation>
    </message>
    <message>
      <source>Masih calon anggota; pendaftarannya belum disahkan.</source>
      <translation>Still an applicant; the registration is not endorsed yet.</translation>
    </message>
    <message>
      <source>Masuk dahulu dengan nama pengguna dan kata sandi.</source>
      <translation>Sign in first with your username and password.</translation>
    </message>
    <message>
      <source>Minta administrator mengisinya di Pengaturan, bagian Tarif.</source>
      <translation>Ask an administrator to enter it in Settings, under Tariffs.</translation>
    </message>
    <message>
      <source>Minta ia menyebut nama penitip. Bila bukan pemiliknya, panggil pengawas.</source>
      <translation>Ask for the name they were left under. If it is not the owner, call the supervisor.</translation>
    </message>
    <message>
      <source>Minta kartu anggotanya, atau minta persetujuan pengawas (F12).</source>
      <translation>Ask for the member card, or ask a supervisor (F12).</translation>
    </message>
    <message>
      <source>Minta kartu yang baru. Bila tidak dibawa, cari anggotanya dengan nama.</source>
      <translation>Ask for the new card. If it was not brought along, look the member up by name.</translation>
    </message>
    <message>
      <source>Minta pengawas atau administrator masuk dengan namanya.</source>
      <translation>Ask a supervisor or administrator to sign in.</translation>
    </message>
    <message>
      <source>Minta pengawas lain memutuskannya.</source>
      <translation>Ask another supervisor to decide it.</translation>
    </message>
    <message>
      <source>Minta pengawas lain menyetujui.</source>
      <translation>Ask another supervisor to approve.</translation>
    </message>
    <message>
      <source>Minta pengawas menyetujui dengan kata sandinya.</source>
      <translation>Ask a supervisor to approve with his or her password.</translation>
    </message>
    <message>
      <source>Muat ulang papan loker, lalu pilih lagi.</source>
      <translation>Reload the locker board and choose again.</translation>
    </message>
    <message>
      <source>Mungkin baru saja diberikan loket lain. Pilih loker kosong yang lain.</source>
      <translation>Another counter may just have given it out. Choose another free locker.</translation>
    </message>
    <message>
      <source>Mungkin dua pindaian menyatu. Pindai satu per satu.</source>
      <translation>Perhaps two scans ran together. Scan one at a time.</translation>
    </message>
    <message>
      <source>Nama belum cocok: barang di loker {number} belum boleh diserahkan.</source>
      <translation>The name does not match yet: the things in locker {number} must not be handed over.</translation>
    </message>
    <message>
      <source>Nama pengguna atau kata sandi tidak cocok.</source>
      <translation>Username or password does not match.</translation>
    </message>
    <message>
      <source>Namanya sudah ada di antrean.</source>
      <translation>This person is in the queue already.</translation>
    </message>
    <message>
      <source>Nomor penitipan lama tidak membuka loker. Tanyakan nama dan waktu menitipkan.</source>
      <translation>An old tag opens no locker. Ask for the name and when the things were left.</translation>
    </message>
    <message>
      <source>Nota {number} sudah selesai atau tidak dikenal di sini.</source>
      <translation>Slip {number} is done already or not known here.</translation>
    </message>
    <message>
      <source>Orang ini tidak tercatat di buku ini.</source>
      <translation>This person is not in this book.</translation>
    </message>
    <message>
      <source>Pembayaran ini hanya diterima bendahara penerimaan.</source>
      <translation>Only the receiving treasurer takes this payment.</translation>
    </message>
    <message>
      <source>Periksa Caps Lock, lalu ketik sekali lagi.</source>
      <translation>Check Caps Lock, then type again.</translation>
    </message>
    <message>
      <source>Periksa buku yang dipilih, atau catat ia sebagai pengunjung baru.</source>
      <translation>Check which book is chosen, or write them down as a new visitor.</translation>
    </message>
    <message>
      <source>Periksa nomornya; kuitansi loket lain datang lewat sinkronisasi.</source>
      <translation>Check the number; receipts of other desks arrive by synchronising.</translation>
    </message>
    <message>
      <source>Perkara ini sudah diputuskan.</source>
      <translation>This case has been decided.</translation>
    </message>
    <message>
      <source>Permintaan ini sudah tidak menunggu lagi.</source>
      <translation>This request is not waiting any more.</translation>
    </message>
    <message>
      <source>Perpanjang kartunya, atau minta persetujuan pengawas (F12).</source>
      <translation>Renew the card, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Perpanjang mendekati jatuh tempo, atau periksa masa berlaku kartunya.</source>
      <translation>Renew nearer the due date, or check when the card expires.</translation>
    </message>
    <message>
      <source>Persetujuan pengawas perlu alasan.</source>
      <translation>A supervisor's approval needs a reason.</translation>
    </message>
    <message>
      <source>Persilakan datang lagi besok, atau minta persetujuan pengawas (F12).</source>
      <translation>Invite the visitor to come tomorrow, or ask a supervisor (F12).</translation>
    </message>
    <message>
      <source>Persilakan membaca di ruang baca; koleksi ini tidak pernah dipinjamkan.</source>
      <translation>It may be read in the reading room; this collection is never lent.</translation>
    </message>
    <message>
      <source>Petugas ini tidak berwenang untuk itu.</source>
      <translation>This operator has no authority for that.</translation>
    </message>
    <message>
      <source>Pilih dua catatan yang berbeda.</source>
      <translation>Choose two different records.</translation>
    </message>
    <message>
      <source>Pilih hari ini atau hari yang sudah lewat.</source>
      <translation>Choose today or an earlier day.</translation>
    </message>
    <message>
      <source>Pilih hari sesudah itu. Angka sebelumnya ada di buku yang lama.</source>
      <translation>Choose a later day. Earlier figures are in the old books.</translation>
    </message>
    <message>
      <source>Pilih komputer lain, atau nyatakan siap pakai bila sudah baik.</source>
      <translation>Choose another computer, or say that it works again.</translation>
    </message>
    <message>
      <source>Pilih komputer yang kosong.</source>
      <translation>Choose a free computer.</translation>
    </message>
    <message>
      <source>Pilih loker lain, atau nyatakan loker ini baik lagi setelah diperbaiki.</source>
      <translation>Choose another locker, or put this one back in order once it is mended.</translation>
    </message>
    <message>
      <source>Pilih loker tujuan yang lain.</source>
      <translation>Choose another locker to move them to.</translation>
    </message>
    <message>
      <source>Pilih serah terima yang belum disetor.</source>
      <translation>Choose hand-overs that were not deposited yet.</translation>
    </message>
    <message>
      <source>Pilih serah terima yang berisi uang.</source>
      <translation>Choose hand-overs that hold money.</translation>
    </message>
    <message>
      <source>Pindai barcode bukunya.</source>
      <translation>Scan the book's barcode.</translation>
    </message>
    <message>
      <source>Pindai bukunya, atau tekan Esc untuk kembali ke layanan biasa.</source>
      <translation>Scan the book, or press Esc to go back to normal service.</translation>
    </message>
    <message>
      <source>Pindai dahulu buku yang ditolak, lalu tekan F12.</source>
      <translation>Scan the refused book first, then press F12.</translation>
    </message>
    <message>
      <source>Pindai label perpustakaan, biasanya di sampul belakang atau halaman judul.</source>
      <translation>Scan the library label, usually on the back cover or title page.</translation>
    </message>
    <message>
      <source>Pindai notanya. Bila hilang, pengawas menyetujui dan catatannya ditulis.</source>
      <translation>Scan the slip. If it is lost, a supervisor approves and a note is written.</translation>
    </message>
    <message>
      <source>Pindai sekali lagi untuk menerimanya kembali lebih dahulu.</source>
      <translation>Scan once more to take it back first.</translation>
    </message>
    <message>
      <source>Pindai sekali lagi, atau ketik nama anggota atau judul untuk mencari.</source>
      <translation>Scan again, or type a member's name or a title to search.</translation>
    </message>
    <message>
      <source>Pindai ulang. Bila tetap begini, label ini bukan milik perpustakaan ini.</source>
      <translation>Scan again. If it stays so, this label is not this library's.</translation>
    </message>
    <message>
      <source>Pindaian tidak terbaca: yang masuk bukan huruf atau angka.</source>
      <translation>The scan cannot be read: what came in was not letters or digits.</translation>
    </message>
    <message>
      <source>Pinjaman atau judul e-book ini sudah selesai atau tidak dikenal di sini.</source>
      <translation>This e-book loan or title is over or not known here.</translation>
    </message>
    <message>
      <source>Pinjaman baru bisa sesudah tanggal itu, atau minta persetujuan pengawas (F12).</source>
      <translation>New loans after that date, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Pinjaman ini sudah diperpanjang {limit} kali, sebanyak yang boleh.</source>
      <translation>This loan was renewed {limit} {limit:time|times} already, as often as allowed.</translation>
    </message>
    <message>
      <source>Rekap ini tidak dikenal di sini.</source>
      <translation>This recap is not known here.</translation>
    </message>
    <message>
      <source>Rekap loket lain datang lewat sinkronisasi. Sinkronkan, lalu buka lagi.</source>
      <translation>Recaps of other counters come by synchronisation. Synchronise, then open it again.</translation>
    </message>
    <message>
      <source>Rekap {number} dibuat di loket lain.</source>
      <translation>Recap {number} was made at another counter.</translation>
    </message>
    <message>
      <source>Rekap {number} sudah berganti: revisi {revision} yang berlaku.</source>
      <translation>Recap {number} has been replaced: revision {revision} stands.</translation>
    </message>
    <message>
      <source>Rekap {number} sudah ditandatangani {name} pada {on}.</source>
      <translation>Recap {number} was already signed by {name} on {on}.</translation>
    </message>
    <message>
      <source>STS ini tidak dikenal di sini.</source>
      <translation>This deposit slip is not known here.</translation>
    </message>
    <message>
      <source>STS yang sudah disetor tidak dapat dibatalkan.</source>
      <translation>A slip that was deposited cannot be made void.</translation>
    </message>
    <message>
      <source>STS {number} sudah dibatalkan pada {on}.</source>
      <translation>Deposit slip {number} was made void on {on}.</translation>
    </message>
    <message>
      <source>STS {number} sudah diterima bank dengan referensi {reference}.</source>
      <translation>The bank took deposit slip {number}, reference {reference}.</translation>
    </message>
    <message>
      <source>Sahkan dahulu formulirnya di layanan keanggotaan.</source>
      <translation>Have the form endorsed at the membership desk first.</translation>
    </message>
    <message>
      <source>Satu judul satu eksemplar, kecuali pengawas menyetujui (F12).</source>
      <translation>One copy of a title, unless a supervisor approves (F12).</translation>
    </message>
    <message>
      <source>Satu orang satu loker. Loker kedua perlu persetujuan pengawas.</source>
      <translation>One locker a person. A second one needs a supervisor's approval.</translation>
    </message>
    <message>
      <source>Selesaikan dahulu yang disebutkan, lalu ulangi.</source>
      <translation>Settle what is listed first, then try again.</translation>
    </message>
    <message>
      <source>Semua lisensi “{title}” sedang dipakai, paling cepat bebas {back_at}.</source>
      <translation>All licences of “{title}” are in use; the first is free on {back_at}.</translation>
    </message>
    <message>
      <source>Serah terima ini tidak dikenal di sini.</source>
      <translation>This hand-over is not known here.</translation>
    </message>
    <message>
      <source>Serah terima {number} belum diterima bendahara.</source>
      <translation>Hand-over {number} was not received by the treasurer yet.</translation>
    </message>
    <message>
      <source>Serah terima {number} sudah diterima pada {on}.</source>
      <translation>Hand-over {number} was received on {on}.</translation>
    </message>
    <message>
      <source>Serah terima {number} sudah masuk STS.</source>
      <translation>Hand-over {number} is on a deposit slip already.</translation>
    </message>
    <message>
      <source>Sesi ini sudah berakhir.</source>
      <translation>This session is over.</translation>
    </message>
    <message>
      <source>Silakan menilai lagi sebentar lagi: satu penilaian setiap menit.</source>
      <translation>Please answer again in a moment: one answer a minute.</translation>
    </message>
    <message>
      <source>Sinkronkan dahulu, lalu buka lagi daftarnya.</source>
      <translation>Synchronise first, then open the list again.</translation>
    </message>
    <message>
      <source>Sudah diperpanjang {most} kali, sebanyak yang boleh.</source>
      <translation>Extended {most} {most:time|times} already, as often as allowed.</translation>
    </message>
    <message>
      <source>Sudah terlambat {days} hari (jatuh tempo {due_on}); tidak dapat diperpanjang.</source>
      <translation>Already {days} {days:day|days} late (due {due_on}); it cannot be renewed.</translation>
    </message>
    <message>
      <source>Tagihan ini tidak dikenal di sini.</source>
      <translation>This charge is not known here.</translation>
    </message>
    <message>
      <source>Tanda tangani di loket itu, atau di meja petugas yang mana pun.</source>
      <translation>Sign it at that counter, or at any staff desk.</translation>
    </message>
    <message>
      <source>Tanggal komputer ini {today}; itu tampak keliru.</source>
      <translation>This computer's date is {today}; that looks wrong.</translation>
    </message>
    <message>
      <source>Tawarkan judul lain.</source>
      <translation>Offer another title.</translation>
    </message>
    <message>
      <source>Terima dahulu buku yang terlambat, atau minta persetujuan pengawas (F12).</source>
      <translation>Take the late books back first, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Terima dahulu bukunya dengan memindainya.</source>
      <translation>Take the book back first by scanning it.</translation>
    </message>
    <message>
      <source>Terima dahulu bukunya kembali, baru keluarkan lagi.</source>
      <translation>Take the book back first, then let it go out again.</translation>
    </message>
    <message>
      <source>Terima dan hitung dahulu uangnya, baru buat STS.</source>
      <translation>Receive and count the money first, then make out the deposit slip.</translation>
    </message>
    <message>
      <source>Terima kasih, penilaian sebelumnya baru saja disimpan.</source>
      <translation>Thank you, an answer was saved only just now.</translation>
    </message>
    <message>
      <source>Terima kembali bukunya, atau minta persetujuan pengawas (F12).</source>
      <translation>Take the book back, or ask for a supervisor's approval (F12).</translation>
    </message>
    <message>
      <source>Terlalu banyak percobaan yang salah.</source>
      <translation>Too many wrong attempts.</translation>
    </message>
    <message>
      <source>Tidak ada kelebihan bayar pada tagihan ini.</source>
      <translation>Nothing was paid too much on this charge.</translation>
    </message>
    <message>
      <source>Tidak ada penolakan yang menunggu persetujuan.</source>
      <translation>No refusal is waiting for approval.</translation>
    </message>
    <message>
      <source>Tidak ada uang yang dapat diserahkan: laci belum ditutup, milik loket lain, atau sudah diserahkan.</source>
      <translation>There is no money to hand over: the drawer is not closed yet, belongs to another counter, or was handed over already.</translation>
    </message>
    <message>
      <source>Tidak ada uang yang dapat disetor dari serah terima yang dipilih.</source>
      <translation>The chosen hand-overs hold no money to deposit.</translation>
    </message>
    <message>
      <source>Tidak dapat dibatalkan: bukunya sudah berpindah tangan sesudah itu.</source>
      <translation>It cannot be undone: the book has changed hands since.</translation>
    </message>
    <message>
      <source>Tidak perlu dicatat lagi; pilih judul lain.</source>
      <translation>It need not be noted again; choose another title.</translation>
    </message>
    <message>
      <source>Tindakan itu menimbulkan tagihan; pembatalannya perlu alasan.</source>
      <translation>That action made a charge; undoing it needs a reason.</translation>
    </message>
    <message>
      <source>Titipan di loker {number} sudah selesai {at}.</source>
      <translation>The deposit in locker {number} ended {at}.</translation>
    </message>
    <message>
      <source>Titipan loket lain datang lewat sinkronisasi. Cari dengan nomor lokernya.</source>
      <translation>Deposits of other counters arrive by synchronising. Look for it by the locker's number.</translation>
    </message>
    <message>
      <source>Tulis alasannya dalam satu kalimat.</source>
      <translation>Write the reason in one sentence.</translation>
    </message>
    <message>
      <source>Tunggu sampai dikembalikan, atau tawarkan eksemplar lain.</source>
      <translation>Wait until it is back, or offer another copy.</translation>
    </message>
    <message>
      <source>Tunggu sebentar, lalu coba lagi dengan kata sandi.</source>
      <translation>Wait a moment, then try again with the password.</translation>
    </message>
    <message>
      <source>Tutup laci dengan menghitung isinya, lalu serahkan.</source>
      <translation>Close the drawer by counting it, then hand over.</translation>
    </message>
    <message>
      <source>Tutup layanan di loket petugas; pengunjung kios ikut terhitung di sana.</source>
      <translation>Close the day at a staff counter; the kiosk's visitors are counted there.</translation>
    </message>
    <message>
      <source>Uang dalam perkara ini melewati tangan Anda sendiri.</source>
      <translation>The money in this case went through your own hands.</translation>
    </message>
    <message>
      <source>Uang di laci hanya {has_rp}, kurang untuk mengembalikan {amount_rp}.</source>
      <translation>The drawer has only {has_rp}, not enough to give back {amount_rp}.</translation>
    </message>
    <message>
      <source>Uang kuitansi ini sudah dipakai untuk tagihan lain atau sudah dikembalikan.</source>
      <translation>The money of this receipt was used for another charge or given back since.</translation>
    </message>
    <message>
      <source>Ubah nomornya, tandanya, atau hapus lokernya setelah barangnya diambil.</source>
      <translation>Change its number or tag, or remove it, once the things are fetched.</translation>
    </message>
    <message>
      <source>Yang menyetujui harus orang lain, bukan petugas yang sedang masuk.</source>
      <translation>Somebody else must approve, not the operator who is signed in.</translation>
    </message>
    <message>
      <source>{name} masih memakai loker {number}.</source>
      <translation>{name} still has locker {number}.</translation>
    </message>
    <message>
      <source>“{code}” adalah ISBN dari penerbit, bukan label perpustakaan.</source>
      <translation>“{code}” is the publisher's ISBN, not a library label.</translation>
    </message>
    <message>
      <source>“{code}” terpindai dua kali; yang kedua belum dikerjakan.</source>
      <translation>“{code}” was scanned twice; the second was not carried out.</translation>
    </message>
    <message>
      <source>“{title}” sedang difoto kopi di luar dengan nota {number}.</source>
      <translation>“{title}” is out to be photocopied, on slip {number}.</translation>
    </message>
  </context>
  <context>
    <name>role</name>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Bendahara penerimaan</source>
      <translation>Treasurer of receipts</translation>
    </message>
    <message>
      <source>Kasir</source>
      <translation>Cashier</translation>
    </message>
    <message>
      <source>Pemeriksa</source>
      <translation>Auditor</translation>
    </message>
    <message>
      <source>Pengatalog</source>
      <translation>Cataloguer</translation>
    </message>
    <message>
      <source>Pengawas</source>
      <translation>Supervisor</translation>
    </message>
    <message>
      <source>Sirkulasi</source>
      <translation>Circulation</translation>
    </message>
  </context>
  <context>
    <name>status</name>
    <message>
      <source>dalam perbaikan</source>
      <translation>under repair</translation>
    </message>
    <message>
      <source>dikeluarkan dari koleksi</source>
      <translation>withdrawn</translation>
    </message>
    <message>
      <source>hilang</source>
      <translation>lost</translation>
    </message>
    <message>
      <source>rusak</source>
      <translation>damaged</translation>
    </message>
    <message>
      <source>tersedia</source>
      <translation>available</translation>
    </message>
    <message>
      <source>tidak ditemukan</source>
      <translation>missing</translation>
    </message>
  </context>
  <context>
    <name>storage</name>
    <message>
      <source>Berkas data rusak. Jangan dihapus: pulihkan cadangan terakhir (loket restore), lalu hubungi pengelola.</source>
      <translation>The data file is damaged. Do not delete it: restore the last backup (loket restore), then call your administrator.</translation>
    </message>
    <message>
      <source>Berkas {path} bukan cadangan Loket yang utuh.</source>
      <translation>File {path} is not a whole Loket backup.</translation>
    </message>
    <message>
      <source>Data ini dibuat Loket yang lebih baru (versi data {found}, program ini {known}). Perbarui Loket.</source>
      <translation>This data was made by a newer Loket (data version {found}, this program {known}). Update Loket.</translation>
    </message>
    <message>
      <source>Data sedang dipakai program lain dan tidak kunjung dilepas. Tutup Loket yang lain, lalu coba lagi.</source>
      <translation>Another program is using the data and does not let go. Close the other Loket, then try again.</translation>
    </message>
    <message>
      <source>Disk penuh; tindakan terakhir tidak tersimpan. Kosongkan ruang di disk, lalu ulangi.</source>
      <translation>The disk is full; the last action was not saved. Free some space, then repeat it.</translation>
    </message>
    <message>
      <source>Disk tidak dapat dibaca atau ditulisi. Berhenti mencatat, periksa disk, lalu buka Loket lagi.</source>
      <translation>The disk cannot be read or written. Stop recording, check the disk, then open Loket again.</translation>
    </message>
    <message>
      <source>Folder data tidak boleh ditulisi. Periksa izin folder {path}, lalu buka Loket lagi.</source>
      <translation>The data folder may not be written to. Check the permissions of {path}, then open Loket again.</translation>
    </message>
    <message>
      <source>Folder data tidak dapat dibuka: {path}. Periksa apakah disknya terpasang.</source>
      <translation>The data folder cannot be opened: {path}. Check that its disk is plugged in.</translation>
    </message>
    <message>
      <source>Kunci berkas data tidak ditemukan di komputer ini. Masukkan kunci pemulihan yang dicatat dahulu.</source>
      <translation>This computer does not hold the key to the data file. Enter the recovery key you noted.</translation>
    </message>
    <message>
      <source>Kunci tidak cocok dengan berkas data. Masukkan kunci pemulihan yang dicatat saat pemasangan.</source>
      <translation>The key does not fit the data file. Enter the recovery key noted at installation.</translation>
    </message>
    <message>
      <source>Pustaka SQLite {found} terlalu lama dan berisiko merusak data. Pasang ulang Loket.</source>
      <translation>The SQLite library {found} is too old and could damage the data. Reinstall Loket.</translation>
    </message>
  </context>
</TS>
