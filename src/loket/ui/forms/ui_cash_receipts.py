# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cash_receipts.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QScrollArea, QSizePolicy, QVBoxLayout,
    QWidget)

from loket.ui.widgets import (Card, ElidedLabel, Table)

class Ui_CashReceiptsView(object):
    def setupUi(self, CashReceiptsView):
        if not CashReceiptsView.objectName():
            CashReceiptsView.setObjectName(u"CashReceiptsView")
        self.outer = QHBoxLayout(CashReceiptsView)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.headLine = QHBoxLayout()
        self.headLine.setSpacing(12)
        self.headLine.setObjectName(u"headLine")
        self.heading = ElidedLabel(CashReceiptsView)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.headLine.addWidget(self.heading)

        self.sums = QLabel(CashReceiptsView)
        self.sums.setObjectName(u"sums")
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.sums.setProperty(u"role", u"secondary")

        self.headLine.addWidget(self.sums)

        self.headLine.setStretch(0, 1)

        self.left.addLayout(self.headLine)

        self.receipts = Table(CashReceiptsView)
        self.receipts.setObjectName(u"receipts")

        self.left.addWidget(self.receipts)

        self.left.setStretch(1, 1)

        self.outer.addLayout(self.left)

        self.paper = Card(CashReceiptsView)
        self.paper.setObjectName(u"paper")
        self.paperColumn = QVBoxLayout(self.paper)
        self.paperColumn.setSpacing(6)
        self.paperColumn.setObjectName(u"paperColumn")
        self.paperColumn.setContentsMargins(16, 12, 16, 12)
        self.number = ElidedLabel(self.paper)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"heading")

        self.paperColumn.addWidget(self.number)

        self.state = QLabel(self.paper)
        self.state.setObjectName(u"state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.state.setProperty(u"role", u"secondary")

        self.paperColumn.addWidget(self.state)

        self.total = QLabel(self.paper)
        self.total.setObjectName(u"total")
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.total.setProperty(u"role", u"number")

        self.paperColumn.addWidget(self.total)

        self.words = QLabel(self.paper)
        self.words.setObjectName(u"words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty(u"role", u"caption")

        self.paperColumn.addWidget(self.words)

        self.scroll = QScrollArea(self.paper)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.inside.setProperty(u"role", u"page")
        self.facts = QVBoxLayout(self.inside)
        self.facts.setSpacing(4)
        self.facts.setObjectName(u"facts")
        self.facts.setContentsMargins(0, 4, 0, 4)
        self.scroll.setWidget(self.inside)

        self.paperColumn.addWidget(self.scroll)

        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(6)
        self.buttons.setObjectName(u"buttons")

        self.paperColumn.addLayout(self.buttons)

        self.paperColumn.setStretch(4, 1)

        self.outer.addWidget(self.paper)

        self.outer.setStretch(0, 1)

        self.retranslateUi(CashReceiptsView)

        QMetaObject.connectSlotsByName(CashReceiptsView)
    # setupUi

    def retranslateUi(self, CashReceiptsView):
        pass
    # retranslateUi

