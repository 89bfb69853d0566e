# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recap_iplm.ui'
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
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from loket.ui.pages.period_chooser import PeriodChooser
from loket.ui.widgets import Table

class Ui_IplmView(object):
    def setupUi(self, IplmView):
        if not IplmView.objectName():
            IplmView.setObjectName(u"IplmView")
        self.outer = QVBoxLayout(IplmView)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.year = PeriodChooser(IplmView)
        self.year.setObjectName(u"year")

        self.top.addWidget(self.year)

        self.topSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.topSpace)


        self.outer.addLayout(self.top)

        self.notes = QLabel(IplmView)
        self.notes.setObjectName(u"notes")
        self.notes.setProperty(u"role", u"secondary")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)

        self.outer.addWidget(self.notes)

        self.lists = QHBoxLayout()
        self.lists.setSpacing(20)
        self.lists.setObjectName(u"lists")
        self.lists.setContentsMargins(0, 0, 0, 0)
        self.numbers = QVBoxLayout()
        self.numbers.setSpacing(8)
        self.numbers.setObjectName(u"numbers")
        self.numbers.setContentsMargins(0, 0, 0, 0)
        self.linesHeading = QLabel(IplmView)
        self.linesHeading.setObjectName(u"linesHeading")
        self.linesHeading.setProperty(u"role", u"heading")

        self.numbers.addWidget(self.linesHeading)

        self.lines = Table(IplmView)
        self.lines.setObjectName(u"lines")

        self.numbers.addWidget(self.lines)

        self.lineActions = QHBoxLayout()
        self.lineActions.setSpacing(8)
        self.lineActions.setObjectName(u"lineActions")
        self.lineActions.setContentsMargins(0, 0, 0, 0)

        self.numbers.addLayout(self.lineActions)

        self.numbers.setStretch(1, 1)

        self.lists.addLayout(self.numbers)

        self.happenings = QVBoxLayout()
        self.happenings.setSpacing(8)
        self.happenings.setObjectName(u"happenings")
        self.happenings.setContentsMargins(0, 0, 0, 0)
        self.heldHeading = QLabel(IplmView)
        self.heldHeading.setObjectName(u"heldHeading")
        self.heldHeading.setProperty(u"role", u"heading")

        self.happenings.addWidget(self.heldHeading)

        self.held = Table(IplmView)
        self.held.setObjectName(u"held")

        self.happenings.addWidget(self.held)

        self.heldActions = QHBoxLayout()
        self.heldActions.setSpacing(8)
        self.heldActions.setObjectName(u"heldActions")
        self.heldActions.setContentsMargins(0, 0, 0, 0)

        self.happenings.addLayout(self.heldActions)

        self.happenings.setStretch(1, 1)

        self.lists.addLayout(self.happenings)

        self.lists.setStretch(0, 7)
        self.lists.setStretch(1, 5)

        self.outer.addLayout(self.lists)

        self.outer.setStretch(2, 1)

        self.retranslateUi(IplmView)

        QMetaObject.connectSlotsByName(IplmView)
    # setupUi

    def retranslateUi(self, IplmView):
        pass
    # retranslateUi

