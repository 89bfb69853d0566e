# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'circulation.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QSizePolicy,
    QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.pages.circulation_parts import SlipPaper
from loket.ui.widgets import (AnswerCard, AnswerHistory, Banner, MemberPanel,
    ScanBox, Segmented, Table)

class Ui_CirculationPage(object):
    def setupUi(self, CirculationPage):
        if not CirculationPage.objectName():
            CirculationPage.setObjectName(u"CirculationPage")
        self.outer = QVBoxLayout(CirculationPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.scan_box = ScanBox(CirculationPage)
        self.scan_box.setObjectName(u"scan_box")

        self.top.addWidget(self.scan_box)

        self.mode = Segmented(CirculationPage)
        self.mode.setObjectName(u"mode")

        self.top.addWidget(self.mode)


        self.outer.addLayout(self.top)

        self.banner = Banner(CirculationPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.setObjectName(u"middle")
        self.member_panel = MemberPanel(CirculationPage)
        self.member_panel.setObjectName(u"member_panel")

        self.middle.addWidget(self.member_panel)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.answer = AnswerCard(CirculationPage)
        self.answer.setObjectName(u"answer")

        self.right.addWidget(self.answer)

        self.stack = QStackedWidget(CirculationPage)
        self.stack.setObjectName(u"stack")
        self.loans = Table()
        self.loans.setObjectName(u"loans")
        self.stack.addWidget(self.loans)
        self.slip = SlipPaper()
        self.slip.setObjectName(u"slip")
        self.stack.addWidget(self.slip)

        self.right.addWidget(self.stack)

        self.history = AnswerHistory(CirculationPage)
        self.history.setObjectName(u"history")

        self.right.addWidget(self.history)

        self.right.setStretch(1, 1)

        self.middle.addLayout(self.right)

        self.middle.setStretch(1, 1)

        self.outer.addLayout(self.middle)


        self.retranslateUi(CirculationPage)

        QMetaObject.connectSlotsByName(CirculationPage)
    # setupUi

    def retranslateUi(self, CirculationPage):
        pass
    # retranslateUi

