# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cash_pay.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QHBoxLayout, QHeaderView,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from loket.ui.widgets import (AnswerCard, Card, FormRow, Segmented,
    Table)

class Ui_CashPayView(object):
    def setupUi(self, CashPayView):
        if not CashPayView.objectName():
            CashPayView.setObjectName(u"CashPayView")
        self.outer = QHBoxLayout(CashPayView)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(12)
        self.left.setObjectName(u"left")
        self.answer = AnswerCard(CashPayView)
        self.answer.setObjectName(u"answer")

        self.left.addWidget(self.answer)

        self.lines = Table(CashPayView)
        self.lines.setObjectName(u"lines")

        self.left.addWidget(self.lines)

        self.aside = QHBoxLayout()
        self.aside.setSpacing(8)
        self.aside.setObjectName(u"aside")

        self.left.addLayout(self.aside)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")

        self.left.addLayout(self.actions)

        self.left.setStretch(1, 1)

        self.outer.addLayout(self.left)

        self.till = Card(CashPayView)
        self.till.setObjectName(u"till")
        self.tillColumn = QVBoxLayout(self.till)
        self.tillColumn.setSpacing(8)
        self.tillColumn.setObjectName(u"tillColumn")
        self.tillColumn.setContentsMargins(16, 12, 16, 12)
        self.methodLabel = QLabel(self.till)
        self.methodLabel.setObjectName(u"methodLabel")
        self.methodLabel.setProperty(u"role", u"caption")

        self.tillColumn.addWidget(self.methodLabel)

        self.method = Segmented(self.till)
        self.method.setObjectName(u"method")

        self.tillColumn.addWidget(self.method)

        self.received = FormRow(self.till)
        self.received.setObjectName(u"received")

        self.tillColumn.addWidget(self.received)

        self.notes = QGridLayout()
        self.notes.setSpacing(6)
        self.notes.setObjectName(u"notes")

        self.tillColumn.addLayout(self.notes)

        self.reference = FormRow(self.till)
        self.reference.setObjectName(u"reference")

        self.tillColumn.addWidget(self.reference)

        self.changeLabel = QLabel(self.till)
        self.changeLabel.setObjectName(u"changeLabel")
        self.changeLabel.setProperty(u"role", u"caption")

        self.tillColumn.addWidget(self.changeLabel)

        self.change = QLabel(self.till)
        self.change.setObjectName(u"change")
        self.change.setTextFormat(Qt.TextFormat.PlainText)
        self.change.setProperty(u"role", u"number")

        self.tillColumn.addWidget(self.change)

        self.gap = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.tillColumn.addItem(self.gap)

        self.hint = QLabel(self.till)
        self.hint.setObjectName(u"hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setProperty(u"role", u"secondary")

        self.tillColumn.addWidget(self.hint)

        self.payColumn = QVBoxLayout()
        self.payColumn.setObjectName(u"payColumn")

        self.tillColumn.addLayout(self.payColumn)


        self.outer.addWidget(self.till)

        self.outer.setStretch(0, 1)

        self.retranslateUi(CashPayView)

        QMetaObject.connectSlotsByName(CashPayView)
    # setupUi

    def retranslateUi(self, CashPayView):
        pass
    # retranslateUi

