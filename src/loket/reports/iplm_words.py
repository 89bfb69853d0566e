"""What the numbers and activities of a library's year are called, in Indonesian and English: (id, en)."""

from __future__ import annotations

Words = tuple[str, str]

GROUPS: dict[str, Words] = {
    "people": ("Penduduk dan anggota", "Population and members"),
    "collection": ("Koleksi", "Collection"),
    "staff": ("Tenaga", "Staff"),
    "performance": ("Kinerja", "Performance"),
}
NAMES: dict[str, Words] = {
    "population": ("Penduduk wilayah layanan", "Population served"),
    "members": ("Anggota aktif", "Active members"),
    "titles": ("Judul koleksi", "Titles"),
    "items": ("Eksemplar koleksi", "Copies"),
    "items_added": ("Eksemplar bertambah tahun ini", "Copies added this year"),
    "titles_new": ("Judul terbitan lima tahun terakhir", "Titles of the last five years"),
    "librarians": ("Pustakawan", "Librarians"),
    "technical_staff": ("Tenaga teknis perpustakaan", "Library assistants"),
    "participants": ("Peserta kegiatan literasi", "Participants of activities"),
    "users_on_site": ("Pemustaka yang datang", "Users on site"),
    "users_online": ("Pemustaka daring", "Users online"),
    "ict_users": ("Pemakai fasilitas TIK", "Users of computers"),
    "printed_used": ("Bahan tercetak dimanfaatkan", "Printed items used"),
    "digital_accesses": ("Akses bahan digital", "Digital accesses"),
    "programmes": ("Kegiatan yang diadakan", "Activities held"),
    "cooperations": ("Kerja sama", "Co-operations"),
    "service_kinds": ("Jenis layanan", "Kinds of service"),
    "procedures": ("Kebijakan dan SOP tertulis", "Written policies and procedures"),
}
PARTS: dict[str, Words] = {
    "visitors": ("buku tamu pintu", "guestbook at the door"),
    "ebook_loans": ("e-book dipinjam", "e-books lent"),
    "online_users": ("pengunjung laman dan media", "visitors of website and media"),
    "internet_sessions": ("sesi internet", "internet sessions"),
    "other_ict_users": ("pemakai TIK lainnya", "other users of computers"),
    "loans": ("dipinjam", "lent"),
    "read_in_place": ("dibaca di tempat", "read in place"),
    "interloans": ("silang layan", "interlibrary loans"),
    "digital_accesses": ("akses lainnya", "other accesses"),
    "other_services": ("jenis lainnya", "other kinds"),
    "service_kinds": ("tercatat di loket", "seen at the counters"),
}
ACTIVITIES: dict[str, Words] = {
    "story": ("Dongeng", "Story time"),
    "reading_club": ("Klub baca dan bedah buku", "Reading club, book talk"),
    "course": ("Pelatihan dan kursus", "Course"),
    "competition": ("Lomba", "Competition"),
    "exhibition": ("Pameran", "Exhibition"),
    "talk": ("Seminar dan bincang", "Talk"),
    "visit": ("Wisata baca dan kunjungan belajar", "Class visit"),
    "outreach": ("Sosialisasi ke masyarakat", "Outreach"),
    "other": ("Kegiatan lain", "Other"),
}
