# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members_detail.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QHeaderView, QLabel, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.widgets import (Card, Segmented, Table)

class Ui_MemberDetailView(object):
    def setupUi(self, MemberDetailView):
        if not MemberDetailView.objectName():
            MemberDetailView.setObjectName(u"MemberDetailView")
        self.outer = QHBoxLayout(MemberDetailView)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.who = Card(MemberDetailView)
        self.who.setObjectName(u"who")
        self.whoOuter = QVBoxLayout(self.who)
        self.whoOuter.setSpacing(0)
        self.whoOuter.setObjectName(u"whoOuter")
        self.whoOuter.setContentsMargins(0, 0, 0, 0)
        self.whoScroll = QScrollArea(self.who)
        self.whoScroll.setObjectName(u"whoScroll")
        self.whoScroll.setWidgetResizable(True)
        self.whoScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.whoScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.whoScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.whoInside = QWidget()
        self.whoInside.setObjectName(u"whoInside")
        self.whoInside.setProperty(u"role", u"page")
        self.whoColumn = QVBoxLayout(self.whoInside)
        self.whoColumn.setSpacing(12)
        self.whoColumn.setObjectName(u"whoColumn")
        self.whoColumn.setContentsMargins(16, 16, 16, 14)
        self.face = QHBoxLayout()
        self.face.setSpacing(14)
        self.face.setObjectName(u"face")
        self.face.setContentsMargins(0, 0, 0, 0)
        self.photo = QLabel(self.whoInside)
        self.photo.setObjectName(u"photo")
        self.photo.setProperty(u"role", u"photo")
        self.photo.setTextFormat(Qt.TextFormat.PlainText)
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.face.addWidget(self.photo)

        self.names = QVBoxLayout()
        self.names.setSpacing(2)
        self.names.setObjectName(u"names")
        self.names.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.whoInside)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)

        self.names.addWidget(self.name)

        self.number = QLabel(self.whoInside)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"detail")
        self.number.setTextFormat(Qt.TextFormat.PlainText)

        self.names.addWidget(self.number)

        self.kind = QLabel(self.whoInside)
        self.kind.setObjectName(u"kind")
        self.kind.setProperty(u"role", u"secondary")
        self.kind.setTextFormat(Qt.TextFormat.PlainText)
        self.kind.setWordWrap(True)

        self.names.addWidget(self.kind)

        self.validity = QLabel(self.whoInside)
        self.validity.setObjectName(u"validity")
        self.validity.setProperty(u"role", u"secondary")
        self.validity.setTextFormat(Qt.TextFormat.PlainText)
        self.validity.setWordWrap(True)

        self.names.addWidget(self.validity)

        self.namesEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.names.addItem(self.namesEnd)

        self.names.setStretch(4, 1)

        self.face.addLayout(self.names)

        self.face.setStretch(1, 1)

        self.whoColumn.addLayout(self.face)

        self.signs = QWidget(self.whoInside)
        self.signs.setObjectName(u"signs")
        self.signList = QVBoxLayout(self.signs)
        self.signList.setSpacing(6)
        self.signList.setObjectName(u"signList")
        self.signList.setContentsMargins(0, 0, 0, 0)

        self.whoColumn.addWidget(self.signs)

        self.actionGrid = QGridLayout()
        self.actionGrid.setObjectName(u"actionGrid")
        self.actionGrid.setHorizontalSpacing(8)
        self.actionGrid.setVerticalSpacing(6)
        self.actionGrid.setContentsMargins(0, 0, 0, 0)

        self.whoColumn.addLayout(self.actionGrid)

        self.whoEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whoColumn.addItem(self.whoEnd)

        self.whoColumn.setStretch(3, 1)
        self.whoScroll.setWidget(self.whoInside)

        self.whoOuter.addWidget(self.whoScroll)


        self.outer.addWidget(self.who)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.tabRow = QHBoxLayout()
        self.tabRow.setSpacing(8)
        self.tabRow.setObjectName(u"tabRow")
        self.tabRow.setContentsMargins(0, 0, 0, 0)
        self.tabs = Segmented(MemberDetailView)
        self.tabs.setObjectName(u"tabs")

        self.tabRow.addWidget(self.tabs)

        self.tabEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tabRow.addItem(self.tabEnd)


        self.right.addLayout(self.tabRow)

        self.parts = QStackedWidget(MemberDetailView)
        self.parts.setObjectName(u"parts")
        self.dataPart = QWidget()
        self.dataPart.setObjectName(u"dataPart")
        self.dataOuter = QVBoxLayout(self.dataPart)
        self.dataOuter.setSpacing(8)
        self.dataOuter.setObjectName(u"dataOuter")
        self.dataOuter.setContentsMargins(0, 0, 0, 0)
        self.dataScroll = QScrollArea(self.dataPart)
        self.dataScroll.setObjectName(u"dataScroll")
        self.dataScroll.setWidgetResizable(True)
        self.dataScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.dataScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dataScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.data = QWidget()
        self.data.setObjectName(u"data")
        self.data.setProperty(u"role", u"page")
        self.dataColumn = QVBoxLayout(self.data)
        self.dataColumn.setSpacing(6)
        self.dataColumn.setObjectName(u"dataColumn")
        self.dataColumn.setContentsMargins(2, 8, 8, 8)
        self.dataGrid = QGridLayout()
        self.dataGrid.setObjectName(u"dataGrid")
        self.dataGrid.setHorizontalSpacing(24)
        self.dataGrid.setVerticalSpacing(10)
        self.dataGrid.setContentsMargins(0, 0, 0, 0)

        self.dataColumn.addLayout(self.dataGrid)

        self.dataEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dataColumn.addItem(self.dataEnd)

        self.dataScroll.setWidget(self.data)

        self.dataOuter.addWidget(self.dataScroll)

        self.parts.addWidget(self.dataPart)
        self.loansPart = QWidget()
        self.loansPart.setObjectName(u"loansPart")
        self.loansOuter = QVBoxLayout(self.loansPart)
        self.loansOuter.setSpacing(8)
        self.loansOuter.setObjectName(u"loansOuter")
        self.loansOuter.setContentsMargins(0, 0, 0, 0)
        self.loansHeading = QLabel(self.loansPart)
        self.loansHeading.setObjectName(u"loansHeading")
        self.loansHeading.setProperty(u"role", u"heading")
        self.loansHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.loansOuter.addWidget(self.loansHeading)

        self.loans = Table(self.loansPart)
        self.loans.setObjectName(u"loans")

        self.loansOuter.addWidget(self.loans)

        self.chargesHeading = QLabel(self.loansPart)
        self.chargesHeading.setObjectName(u"chargesHeading")
        self.chargesHeading.setProperty(u"role", u"heading")
        self.chargesHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.loansOuter.addWidget(self.chargesHeading)

        self.charges = Table(self.loansPart)
        self.charges.setObjectName(u"charges")

        self.loansOuter.addWidget(self.charges)

        self.loansOuter.setStretch(1, 3)
        self.loansOuter.setStretch(3, 2)
        self.parts.addWidget(self.loansPart)
        self.cardsPart = QWidget()
        self.cardsPart.setObjectName(u"cardsPart")
        self.cardsOuter = QVBoxLayout(self.cardsPart)
        self.cardsOuter.setSpacing(8)
        self.cardsOuter.setObjectName(u"cardsOuter")
        self.cardsOuter.setContentsMargins(0, 0, 0, 0)
        self.cardsHeading = QLabel(self.cardsPart)
        self.cardsHeading.setObjectName(u"cardsHeading")
        self.cardsHeading.setProperty(u"role", u"heading")
        self.cardsHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.cardsOuter.addWidget(self.cardsHeading)

        self.cards = Table(self.cardsPart)
        self.cards.setObjectName(u"cards")

        self.cardsOuter.addWidget(self.cards)

        self.printsHeading = QLabel(self.cardsPart)
        self.printsHeading.setObjectName(u"printsHeading")
        self.printsHeading.setProperty(u"role", u"heading")
        self.printsHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.cardsOuter.addWidget(self.printsHeading)

        self.prints = Table(self.cardsPart)
        self.prints.setObjectName(u"prints")

        self.cardsOuter.addWidget(self.prints)

        self.cardsOuter.setStretch(1, 1)
        self.cardsOuter.setStretch(3, 1)
        self.parts.addWidget(self.cardsPart)
        self.lifePart = QWidget()
        self.lifePart.setObjectName(u"lifePart")
        self.lifeOuter = QVBoxLayout(self.lifePart)
        self.lifeOuter.setSpacing(8)
        self.lifeOuter.setObjectName(u"lifeOuter")
        self.lifeOuter.setContentsMargins(0, 0, 0, 0)
        self.life = Table(self.lifePart)
        self.life.setObjectName(u"life")

        self.lifeOuter.addWidget(self.life)

        self.parts.addWidget(self.lifePart)

        self.right.addWidget(self.parts)

        self.right.setStretch(1, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(1, 1)

        self.retranslateUi(MemberDetailView)

        QMetaObject.connectSlotsByName(MemberDetailView)
    # setupUi

    def retranslateUi(self, MemberDetailView):
        pass
    # retranslateUi

