# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rooms_internet.ui'
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
    QSizePolicy, QVBoxLayout, QWidget)

from loket.ui.widgets import (Board, Card, ElidedLabel, Table)

class Ui_InternetSection(object):
    def setupUi(self, InternetSection):
        if not InternetSection.objectName():
            InternetSection.setObjectName(u"InternetSection")
        self.outer = QHBoxLayout(InternetSection)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(10)
        self.left.setObjectName(u"left")
        self.board = Board(InternetSection)
        self.board.setObjectName(u"board")

        self.left.addWidget(self.board)

        self.leftActions = QHBoxLayout()
        self.leftActions.setSpacing(6)
        self.leftActions.setObjectName(u"leftActions")

        self.left.addLayout(self.leftActions)

        self.left.setStretch(0, 1)

        self.outer.addLayout(self.left)

        self.side = QWidget(InternetSection)
        self.side.setObjectName(u"side")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(6)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(0, 0, 0, 0)
        self.hand = Card(self.side)
        self.hand.setObjectName(u"hand")
        self.handColumn = QVBoxLayout(self.hand)
        self.handColumn.setSpacing(8)
        self.handColumn.setObjectName(u"handColumn")
        self.handColumn.setContentsMargins(14, 12, 14, 12)
        self.doing = ElidedLabel(self.hand)
        self.doing.setObjectName(u"doing")
        self.doing.setProperty(u"role", u"title")

        self.handColumn.addWidget(self.doing)

        self.detail = ElidedLabel(self.hand)
        self.detail.setObjectName(u"detail")
        self.detail.setProperty(u"role", u"secondary")

        self.handColumn.addWidget(self.detail)

        self.purposeRow = QWidget(self.hand)
        self.purposeRow.setObjectName(u"purposeRow")
        self.purposeLine = QHBoxLayout(self.purposeRow)
        self.purposeLine.setSpacing(10)
        self.purposeLine.setObjectName(u"purposeLine")
        self.purposeLine.setContentsMargins(0, 0, 0, 0)
        self.purposeLabel = QLabel(self.purposeRow)
        self.purposeLabel.setObjectName(u"purposeLabel")
        self.purposeLabel.setProperty(u"role", u"secondary")

        self.purposeLine.addWidget(self.purposeLabel)


        self.handColumn.addWidget(self.purposeRow)


        self.sideColumn.addWidget(self.hand)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(6)
        self.actions.setObjectName(u"actions")

        self.sideColumn.addLayout(self.actions)

        self.queueLine = QHBoxLayout()
        self.queueLine.setSpacing(2)
        self.queueLine.setObjectName(u"queueLine")
        self.queueTitle = ElidedLabel(self.side)
        self.queueTitle.setObjectName(u"queueTitle")
        self.queueTitle.setProperty(u"role", u"heading")

        self.queueLine.addWidget(self.queueTitle)


        self.sideColumn.addLayout(self.queueLine)

        self.queue = Table(self.side)
        self.queue.setObjectName(u"queue")

        self.sideColumn.addWidget(self.queue)

        self.heldLine = QHBoxLayout()
        self.heldLine.setSpacing(2)
        self.heldLine.setObjectName(u"heldLine")
        self.heldTitle = ElidedLabel(self.side)
        self.heldTitle.setObjectName(u"heldTitle")
        self.heldTitle.setProperty(u"role", u"heading")

        self.heldLine.addWidget(self.heldTitle)


        self.sideColumn.addLayout(self.heldLine)

        self.held = Table(self.side)
        self.held.setObjectName(u"held")

        self.sideColumn.addWidget(self.held)

        self.sideColumn.setStretch(3, 1)
        self.sideColumn.setStretch(5, 1)

        self.outer.addWidget(self.side)

        self.outer.setStretch(0, 1)

        self.retranslateUi(InternetSection)

        QMetaObject.connectSlotsByName(InternetSection)
    # setupUi

    def retranslateUi(self, InternetSection):
        pass
    # retranslateUi

