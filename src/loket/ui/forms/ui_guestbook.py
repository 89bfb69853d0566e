# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'guestbook.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.pages.settings_parts import Choice
from loket.ui.widgets import (AnswerCard, Banner, Card, ScanBox,
    Segmented)

class Ui_GuestbookPage(object):
    def setupUi(self, GuestbookPage):
        if not GuestbookPage.objectName():
            GuestbookPage.setObjectName(u"GuestbookPage")
        self.outer = QVBoxLayout(GuestbookPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.scan_box = ScanBox(GuestbookPage)
        self.scan_box.setObjectName(u"scan_box")

        self.top.addWidget(self.scan_box)

        self.bookLabel = QLabel(GuestbookPage)
        self.bookLabel.setObjectName(u"bookLabel")
        self.bookLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.bookLabel.setProperty(u"role", u"secondary")

        self.top.addWidget(self.bookLabel)

        self.book = Choice(GuestbookPage)
        self.book.setObjectName(u"book")

        self.top.addWidget(self.book)

        self.top.setStretch(0, 1)

        self.outer.addLayout(self.top)

        self.banner = Banner(GuestbookPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.halves = QHBoxLayout()
        self.halves.setSpacing(16)
        self.halves.setObjectName(u"halves")
        self.side = Card(GuestbookPage)
        self.side.setObjectName(u"side")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(6)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(12, 10, 12, 10)

        self.halves.addWidget(self.side)

        self.right = QVBoxLayout()
        self.right.setSpacing(10)
        self.right.setObjectName(u"right")
        self.answer = AnswerCard(GuestbookPage)
        self.answer.setObjectName(u"answer")

        self.right.addWidget(self.answer)

        self.purposes = QGridLayout()
        self.purposes.setSpacing(6)
        self.purposes.setObjectName(u"purposes")

        self.right.addLayout(self.purposes)

        self.listHead = QHBoxLayout()
        self.listHead.setSpacing(6)
        self.listHead.setObjectName(u"listHead")
        self.views = Segmented(GuestbookPage)
        self.views.setObjectName(u"views")

        self.listHead.addWidget(self.views)


        self.right.addLayout(self.listHead)

        self.lists = QStackedWidget(GuestbookPage)
        self.lists.setObjectName(u"lists")

        self.right.addWidget(self.lists)

        self.right.setStretch(3, 1)

        self.halves.addLayout(self.right)

        self.halves.setStretch(1, 1)

        self.outer.addLayout(self.halves)

        self.outer.setStretch(2, 1)

        self.retranslateUi(GuestbookPage)

        QMetaObject.connectSlotsByName(GuestbookPage)
    # setupUi

    def retranslateUi(self, GuestbookPage):
        pass
    # retranslateUi

