# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members_saved.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from loket.ui.widgets import Card

class Ui_MemberSavedView(object):
    def setupUi(self, MemberSavedView):
        if not MemberSavedView.objectName():
            MemberSavedView.setObjectName(u"MemberSavedView")
        self.outer = QVBoxLayout(MemberSavedView)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.top)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.leftGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.leftGap)

        self.card = Card(MemberSavedView)
        self.card.setObjectName(u"card")
        self.column = QVBoxLayout(self.card)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 16, 28, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.signColumn = QVBoxLayout()
        self.signColumn.setSpacing(0)
        self.signColumn.setObjectName(u"signColumn")
        self.signColumn.setContentsMargins(0, 0, 0, 0)
        self.signEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.signColumn.addItem(self.signEnd)


        self.head.addLayout(self.signColumn)

        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.word = QLabel(self.card)
        self.word.setObjectName(u"word")
        self.word.setProperty(u"role", u"number")
        self.word.setTextFormat(Qt.TextFormat.PlainText)

        self.words.addWidget(self.word)

        self.name = QLabel(self.card)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)

        self.words.addWidget(self.name)

        self.number = QLabel(self.card)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"detail")
        self.number.setTextFormat(Qt.TextFormat.PlainText)

        self.words.addWidget(self.number)

        self.took = QLabel(self.card)
        self.took.setObjectName(u"took")
        self.took.setProperty(u"role", u"secondary")
        self.took.setTextFormat(Qt.TextFormat.PlainText)

        self.words.addWidget(self.took)


        self.head.addLayout(self.words)

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.faces = QHBoxLayout()
        self.faces.setSpacing(16)
        self.faces.setObjectName(u"faces")
        self.faces.setContentsMargins(0, 0, 0, 0)
        self.facesStart = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.faces.addItem(self.facesStart)

        self.front = QLabel(self.card)
        self.front.setObjectName(u"front")
        self.front.setProperty(u"role", u"body")
        self.front.setTextFormat(Qt.TextFormat.PlainText)
        self.front.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.faces.addWidget(self.front)

        self.back = QLabel(self.card)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"role", u"body")
        self.back.setTextFormat(Qt.TextFormat.PlainText)
        self.back.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.faces.addWidget(self.back)

        self.facesEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.faces.addItem(self.facesEnd)


        self.column.addLayout(self.faces)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"secondary")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)

        self.column.addLayout(self.buttons)


        self.middle.addWidget(self.card)

        self.rightGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.rightGap)


        self.outer.addLayout(self.middle)

        self.bottom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.bottom)

        self.outer.setStretch(0, 1)
        self.outer.setStretch(2, 2)

        self.retranslateUi(MemberSavedView)

        QMetaObject.connectSlotsByName(MemberSavedView)
    # setupUi

    def retranslateUi(self, MemberSavedView):
        pass
    # retranslateUi

