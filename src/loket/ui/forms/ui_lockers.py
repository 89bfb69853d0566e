# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'lockers.ui'
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
    QSizePolicy, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.pages.lockers_panel import LockerPanel
from loket.ui.pages.lockers_parts import AnswerHead
from loket.ui.widgets import (Banner, Board, ElidedLabel, ScanBox,
    Segmented, Table)

class Ui_LockersPage(object):
    def setupUi(self, LockersPage):
        if not LockersPage.objectName():
            LockersPage.setObjectName(u"LockersPage")
        self.outer = QVBoxLayout(LockersPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.scan_box = ScanBox(LockersPage)
        self.scan_box.setObjectName(u"scan_box")

        self.top.addWidget(self.scan_box)

        self.views = Segmented(LockersPage)
        self.views.setObjectName(u"views")

        self.top.addWidget(self.views)


        self.outer.addLayout(self.top)

        self.banner = Banner(LockersPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.left = QVBoxLayout()
        self.left.setSpacing(6)
        self.left.setObjectName(u"left")
        self.headLine = QHBoxLayout()
        self.headLine.setSpacing(16)
        self.headLine.setObjectName(u"headLine")
        self.heading = QLabel(LockersPage)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"heading")

        self.headLine.addWidget(self.heading)

        self.counts = ElidedLabel(LockersPage)
        self.counts.setObjectName(u"counts")
        self.counts.setProperty(u"role", u"secondary")

        self.headLine.addWidget(self.counts)

        self.headLine.setStretch(1, 1)

        self.left.addLayout(self.headLine)

        self.stack = QStackedWidget(LockersPage)
        self.stack.setObjectName(u"stack")
        self.board = Board()
        self.board.setObjectName(u"board")
        self.stack.addWidget(self.board)
        self.out = Table()
        self.out.setObjectName(u"out")
        self.stack.addWidget(self.out)
        self.log = Table()
        self.log.setObjectName(u"log")
        self.stack.addWidget(self.log)

        self.left.addWidget(self.stack)

        self.left.setStretch(1, 1)

        self.body.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.answer = AnswerHead(LockersPage)
        self.answer.setObjectName(u"answer")

        self.right.addWidget(self.answer)

        self.panel = LockerPanel(LockersPage)
        self.panel.setObjectName(u"panel")

        self.right.addWidget(self.panel)

        self.right.setStretch(1, 1)

        self.body.addLayout(self.right)

        self.body.setStretch(0, 1)

        self.outer.addLayout(self.body)

        self.outer.setStretch(2, 1)

        self.retranslateUi(LockersPage)

        QMetaObject.connectSlotsByName(LockersPage)
    # setupUi

    def retranslateUi(self, LockersPage):
        pass
    # retranslateUi

