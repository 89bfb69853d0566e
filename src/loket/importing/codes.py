"""The words for what is wrong: one code each, whose sentence is made where it is shown.

`ProblemCode` speaks of one row or field (`Problem.code`, with `Problem.value` what stood there and `Problem.column`
where); `UnusableCode` of the whole file (`UnusableFileError.code`, with the params named beside each).
"""

from __future__ import annotations

from enum import StrEnum


class ProblemCode(StrEnum):
    """Fatal codes refuse the row; the others only list a doubt. Where one can be both, it is said."""

    # the row cannot be taken
    COLUMN_COUNT = "column_count"  # value "found/expected"
    QUOTE_UNCLOSED = "quote_unclosed"
    MEMBER_NO_MISSING = "member_no_missing"
    NAME_MISSING = "name_missing"
    BARCODE_MISSING = "barcode_missing"
    BARCODE_TOO_LONG = "barcode_too_long"
    TITLE_MISSING = "title_missing"
    MARC_BROKEN = "marc_broken"  # value: the decoder's own words
    MARC_TRUNCATED = "marc_truncated"
    MARC_DELETED = "marc_deleted"
    MARC_NOT_BIBLIO = "marc_not_biblio"

    # fatal in a number that must be exact (member number, barcode) or in valid_until, a doubt elsewhere
    NUMBER_PRECISION_LOST = "number_precision_lost"
    DATE_UNREADABLE = "date_unreadable"
    CELL_ERROR = "cell_error"  # a sheet's #REF!, #N/A …; the cell counts as empty

    # the row is taken, the doubt is listed
    DATE_TWO_DIGIT_YEAR = "date_two_digit_year"
    SEX_UNREADABLE = "sex_unreadable"
    PRICE_UNREADABLE = "price_unreadable"
    PRICE_CURRENCY = "price_currency"
    ISBN_CHECK_DIGIT = "isbn_check_digit"
    ISBN_LENGTH = "isbn_length"
    TEXT_REPAIRED = "text_repaired"  # value: the text after the repair
    CHARACTER_LOST = "character_lost"
    ENCODING_GUESSED = "encoding_guessed"
    NOTE_DAMAGED = "note_damaged"
    MEMBER_STATUS = "member_status"  # the old system's status, kept in the note
    HOLDING_WITHOUT_BARCODE = "holding_without_barcode"


class UnusableCode(StrEnum):
    """Every one carries `file`, the file's name without its folder; further params stand beside the code."""

    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    IS_FOLDER = "is_folder"
    UNREADABLE = "unreadable"  # reason: the system's words (a pulled stick, a bad sector)
    EMPTY = "empty"
    NOT_TEXT = "not_text"
    OLD_EXCEL = "old_excel"
    OTHER_SPREADSHEET = "other_spreadsheet"
    HTML_TABLE = "html_table"
    ARCHIVE = "archive"
    ENCRYPTED = "encrypted"
    XLSX_BROKEN = "xlsx_broken"
    TOO_LARGE = "too_large"
    ENCODING_UNREADABLE = "encoding_unreadable"  # encoding
    LINE_TOO_LONG = "line_too_long"  # line
    XML_BROKEN = "xml_broken"  # line
    FORMAT_UNKNOWN = "format_unknown"
    KIND_MISMATCH = "kind_mismatch"  # found, wanted: "member", "biblio", "item"
    MAPPING_INCOMPLETE = "mapping_incomplete"  # fields: record fields that must have a column
    MAPPING_HEADING_MISSING = "mapping_heading_missing"  # headings: named in the mapping, not in the file
