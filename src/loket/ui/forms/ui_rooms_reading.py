# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rooms_reading.ui'
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

from loket.ui.widgets import (AnswerCard, Segmented, Table)

class Ui_ReadingSection(object):
    def setupUi(self, ReadingSection):
        if not ReadingSection.objectName():
            ReadingSection.setObjectName(u"ReadingSection")
        self.outer = QHBoxLayout(ReadingSection)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(10)
        self.left.setObjectName(u"left")
        self.answer = AnswerCard(ReadingSection)
        self.answer.setObjectName(u"answer")

        self.left.addWidget(self.answer)

        self.roomLine = QHBoxLayout()
        self.roomLine.setSpacing(10)
        self.roomLine.setObjectName(u"roomLine")
        self.roomLabel = QLabel(ReadingSection)
        self.roomLabel.setObjectName(u"roomLabel")
        self.roomLabel.setProperty(u"role", u"secondary")

        self.roomLine.addWidget(self.roomLabel)

        self.gap = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.roomLine.addItem(self.gap)

        self.count = QLabel(ReadingSection)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty(u"role", u"number")

        self.roomLine.addWidget(self.count)

        self.countWords = QLabel(ReadingSection)
        self.countWords.setObjectName(u"countWords")
        self.countWords.setTextFormat(Qt.TextFormat.PlainText)
        self.countWords.setProperty(u"role", u"secondary")

        self.roomLine.addWidget(self.countWords)


        self.left.addLayout(self.roomLine)

        self.readings = Table(ReadingSection)
        self.readings.setObjectName(u"readings")

        self.left.addWidget(self.readings)

        self.leftActions = QHBoxLayout()
        self.leftActions.setSpacing(6)
        self.leftActions.setObjectName(u"leftActions")

        self.left.addLayout(self.leftActions)

        self.left.setStretch(2, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(10)
        self.right.setObjectName(u"right")
        self.sideLine = QHBoxLayout()
        self.sideLine.setSpacing(8)
        self.sideLine.setObjectName(u"sideLine")
        self.side = Segmented(ReadingSection)
        self.side.setObjectName(u"side")

        self.sideLine.addWidget(self.side)

        self.sideGap = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sideLine.addItem(self.sideGap)


        self.right.addLayout(self.sideLine)

        self.lists = QStackedWidget(ReadingSection)
        self.lists.setObjectName(u"lists")
        self.requests = Table()
        self.requests.setObjectName(u"requests")
        self.lists.addWidget(self.requests)
        self.shelves = Table()
        self.shelves.setObjectName(u"shelves")
        self.lists.addWidget(self.shelves)

        self.right.addWidget(self.lists)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(4)
        self.actions.setObjectName(u"actions")

        self.right.addLayout(self.actions)

        self.right.setStretch(1, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 11)
        self.outer.setStretch(1, 9)

        self.retranslateUi(ReadingSection)

        QMetaObject.connectSlotsByName(ReadingSection)
    # setupUi

    def retranslateUi(self, ReadingSection):
        pass
    # retranslateUi

