# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'treasury.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QLabel,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from loket.ui.pages.treasury_parts import (ClosingLines, Figures, MoneyChain, Period,
    StepCard)
from loket.ui.widgets import (Banner, Button, IconLabel, PageHeader,
    Segmented, Table)

class Ui_TreasuryPage(object):
    def setupUi(self, TreasuryPage):
        if not TreasuryPage.objectName():
            TreasuryPage.setObjectName(u"TreasuryPage")
        self.outer = QVBoxLayout(TreasuryPage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.header = PageHeader(TreasuryPage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(TreasuryPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.views = QStackedWidget(TreasuryPage)
        self.views.setObjectName(u"views")
        self.work_view = QWidget()
        self.work_view.setObjectName(u"work_view")
        self.work_column = QVBoxLayout(self.work_view)
        self.work_column.setSpacing(14)
        self.work_column.setObjectName(u"work_column")
        self.work_column.setContentsMargins(0, 0, 0, 0)
        self.steps = QHBoxLayout()
        self.steps.setSpacing(12)
        self.steps.setObjectName(u"steps")
        self.steps.setContentsMargins(0, 0, 0, 0)
        self.to_receive = StepCard(self.work_view)
        self.to_receive.setObjectName(u"to_receive")

        self.steps.addWidget(self.to_receive)

        self.in_hand = StepCard(self.work_view)
        self.in_hand.setObjectName(u"in_hand")

        self.steps.addWidget(self.in_hand)

        self.at_bank = StepCard(self.work_view)
        self.at_bank.setObjectName(u"at_bank")

        self.steps.addWidget(self.at_bank)

        self.month = StepCard(self.work_view)
        self.month.setObjectName(u"month")

        self.steps.addWidget(self.month)

        self.steps.setStretch(0, 1)
        self.steps.setStretch(1, 1)
        self.steps.setStretch(2, 1)
        self.steps.setStretch(3, 1)

        self.work_column.addLayout(self.steps)

        self.halves = QHBoxLayout()
        self.halves.setSpacing(20)
        self.halves.setObjectName(u"halves")
        self.halves.setContentsMargins(0, 0, 0, 0)
        self.handed_column = QVBoxLayout()
        self.handed_column.setSpacing(8)
        self.handed_column.setObjectName(u"handed_column")
        self.handed_column.setContentsMargins(0, 0, 0, 0)
        self.handed_title = QLabel(self.work_view)
        self.handed_title.setObjectName(u"handed_title")
        self.handed_title.setProperty(u"role", u"heading")
        self.handed_title.setTextFormat(Qt.TextFormat.PlainText)

        self.handed_column.addWidget(self.handed_title)

        self.handed = Table(self.work_view)
        self.handed.setObjectName(u"handed")

        self.handed_column.addWidget(self.handed)

        self.handed_buttons = QHBoxLayout()
        self.handed_buttons.setSpacing(8)
        self.handed_buttons.setObjectName(u"handed_buttons")
        self.handed_buttons.setContentsMargins(0, 0, 0, 0)
        self.receive = Button(self.work_view)
        self.receive.setObjectName(u"receive")

        self.handed_buttons.addWidget(self.receive)

        self.handed_pdf = Button(self.work_view)
        self.handed_pdf.setObjectName(u"handed_pdf")

        self.handed_buttons.addWidget(self.handed_pdf)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.handed_buttons.addItem(self.space_1)


        self.handed_column.addLayout(self.handed_buttons)

        self.handed_column.setStretch(1, 1)

        self.halves.addLayout(self.handed_column)

        self.remitted_column = QVBoxLayout()
        self.remitted_column.setSpacing(8)
        self.remitted_column.setObjectName(u"remitted_column")
        self.remitted_column.setContentsMargins(0, 0, 0, 0)
        self.remitted_title = QLabel(self.work_view)
        self.remitted_title.setObjectName(u"remitted_title")
        self.remitted_title.setProperty(u"role", u"heading")
        self.remitted_title.setTextFormat(Qt.TextFormat.PlainText)

        self.remitted_column.addWidget(self.remitted_title)

        self.remitted = Table(self.work_view)
        self.remitted.setObjectName(u"remitted")

        self.remitted_column.addWidget(self.remitted)

        self.remitted_buttons = QHBoxLayout()
        self.remitted_buttons.setSpacing(8)
        self.remitted_buttons.setObjectName(u"remitted_buttons")
        self.remitted_buttons.setContentsMargins(0, 0, 0, 0)
        self.confirm = Button(self.work_view)
        self.confirm.setObjectName(u"confirm")

        self.remitted_buttons.addWidget(self.confirm)

        self.sts_pdf = Button(self.work_view)
        self.sts_pdf.setObjectName(u"sts_pdf")

        self.remitted_buttons.addWidget(self.sts_pdf)

        self.scan = Button(self.work_view)
        self.scan.setObjectName(u"scan")

        self.remitted_buttons.addWidget(self.scan)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.remitted_buttons.addItem(self.space_2)

        self.void_sts = Button(self.work_view)
        self.void_sts.setObjectName(u"void_sts")

        self.remitted_buttons.addWidget(self.void_sts)


        self.remitted_column.addLayout(self.remitted_buttons)

        self.remitted_column.setStretch(1, 1)

        self.halves.addLayout(self.remitted_column)

        self.halves.setStretch(0, 11)
        self.halves.setStretch(1, 10)

        self.work_column.addLayout(self.halves)

        self.work_column.setStretch(1, 1)
        self.views.addWidget(self.work_view)
        self.match_view = QWidget()
        self.match_view.setObjectName(u"match_view")
        self.match_column = QVBoxLayout(self.match_view)
        self.match_column.setSpacing(12)
        self.match_column.setObjectName(u"match_column")
        self.match_column.setContentsMargins(0, 0, 0, 0)
        self.verdict_line = QHBoxLayout()
        self.verdict_line.setSpacing(10)
        self.verdict_line.setObjectName(u"verdict_line")
        self.verdict_line.setContentsMargins(0, 0, 0, 0)
        self.verdict_icon = IconLabel(self.match_view)
        self.verdict_icon.setObjectName(u"verdict_icon")

        self.verdict_line.addWidget(self.verdict_icon)

        self.verdict = QLabel(self.match_view)
        self.verdict.setObjectName(u"verdict")
        self.verdict.setProperty(u"role", u"title")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)

        self.verdict_line.addWidget(self.verdict)

        self.match_period = Period(self.match_view)
        self.match_period.setObjectName(u"match_period")

        self.verdict_line.addWidget(self.match_period)

        self.verdict_line.setStretch(1, 1)

        self.match_column.addLayout(self.verdict_line)

        self.flow = ClosingLines(self.match_view)
        self.flow.setObjectName(u"flow")

        self.match_column.addWidget(self.flow)

        self.match_halves = QHBoxLayout()
        self.match_halves.setSpacing(20)
        self.match_halves.setObjectName(u"match_halves")
        self.match_halves.setContentsMargins(0, 0, 0, 0)
        self.chain_column = QVBoxLayout()
        self.chain_column.setSpacing(8)
        self.chain_column.setObjectName(u"chain_column")
        self.chain_column.setContentsMargins(0, 0, 0, 0)
        self.chain = MoneyChain(self.match_view)
        self.chain.setObjectName(u"chain")

        self.chain_column.addWidget(self.chain)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.chain_column.addItem(self.space_4)

        self.chain_column.setStretch(1, 1)

        self.match_halves.addLayout(self.chain_column)

        self.gaps_column = QVBoxLayout()
        self.gaps_column.setSpacing(8)
        self.gaps_column.setObjectName(u"gaps_column")
        self.gaps_column.setContentsMargins(0, 0, 0, 0)
        self.gaps_title = QLabel(self.match_view)
        self.gaps_title.setObjectName(u"gaps_title")
        self.gaps_title.setProperty(u"role", u"heading")
        self.gaps_title.setTextFormat(Qt.TextFormat.PlainText)

        self.gaps_column.addWidget(self.gaps_title)

        self.gaps = Table(self.match_view)
        self.gaps.setObjectName(u"gaps")

        self.gaps_column.addWidget(self.gaps)

        self.matter = QLabel(self.match_view)
        self.matter.setObjectName(u"matter")
        self.matter.setProperty(u"role", u"body")
        self.matter.setTextFormat(Qt.TextFormat.PlainText)
        self.matter.setWordWrap(True)

        self.gaps_column.addWidget(self.matter)

        self.gaps_column.setStretch(1, 1)

        self.match_halves.addLayout(self.gaps_column)

        self.match_halves.setStretch(0, 9)
        self.match_halves.setStretch(1, 12)

        self.match_column.addLayout(self.match_halves)

        self.match_column.setStretch(2, 1)
        self.views.addWidget(self.match_view)
        self.books_view = QWidget()
        self.books_view.setObjectName(u"books_view")
        self.books_column = QVBoxLayout(self.books_view)
        self.books_column.setSpacing(10)
        self.books_column.setObjectName(u"books_column")
        self.books_column.setContentsMargins(0, 0, 0, 0)
        self.books_bar = QHBoxLayout()
        self.books_bar.setSpacing(8)
        self.books_bar.setObjectName(u"books_bar")
        self.books_bar.setContentsMargins(0, 0, 0, 0)
        self.book = Segmented(self.books_view)
        self.book.setObjectName(u"book")

        self.books_bar.addWidget(self.book)

        self.period = Period(self.books_view)
        self.period.setObjectName(u"period")

        self.books_bar.addWidget(self.period)

        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.books_bar.addItem(self.space_5)

        self.save_xlsx = Button(self.books_view)
        self.save_xlsx.setObjectName(u"save_xlsx")

        self.books_bar.addWidget(self.save_xlsx)

        self.save_pdf = Button(self.books_view)
        self.save_pdf.setObjectName(u"save_pdf")

        self.books_bar.addWidget(self.save_pdf)


        self.books_column.addLayout(self.books_bar)

        self.book_title = QLabel(self.books_view)
        self.book_title.setObjectName(u"book_title")
        self.book_title.setProperty(u"role", u"heading")
        self.book_title.setTextFormat(Qt.TextFormat.PlainText)

        self.books_column.addWidget(self.book_title)

        self.table = Table(self.books_view)
        self.table.setObjectName(u"table")

        self.books_column.addWidget(self.table)

        self.closing = Figures(self.books_view)
        self.closing.setObjectName(u"closing")

        self.books_column.addWidget(self.closing)

        self.books_column.setStretch(2, 1)
        self.views.addWidget(self.books_view)

        self.outer.addWidget(self.views)

        self.outer.setStretch(2, 1)

        self.retranslateUi(TreasuryPage)

        QMetaObject.connectSlotsByName(TreasuryPage)
    # setupUi

    def retranslateUi(self, TreasuryPage):
        pass
    # retranslateUi

