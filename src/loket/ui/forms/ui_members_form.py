# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members_form.ui'
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
    QLabel, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from loket.ui.pages.settings_parts import YesNo
from loket.ui.widgets import (Card, IconLabel)

class Ui_MemberFormView(object):
    def setupUi(self, MemberFormView):
        if not MemberFormView.objectName():
            MemberFormView.setObjectName(u"MemberFormView")
        self.outer = QHBoxLayout(MemberFormView)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(MemberFormView)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.fields = QWidget()
        self.fields.setObjectName(u"fields")
        self.fields.setProperty(u"role", u"page")
        self.columns = QHBoxLayout(self.fields)
        self.columns.setSpacing(24)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 10, 4)
        self.leftColumn = QVBoxLayout()
        self.leftColumn.setSpacing(4)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 0, 0)
        self.personHeading = QLabel(self.fields)
        self.personHeading.setObjectName(u"personHeading")
        self.personHeading.setProperty(u"role", u"heading")
        self.personHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.leftColumn.addWidget(self.personHeading)

        self.personGrid = QGridLayout()
        self.personGrid.setObjectName(u"personGrid")
        self.personGrid.setHorizontalSpacing(10)
        self.personGrid.setVerticalSpacing(0)
        self.personGrid.setContentsMargins(0, 0, 0, 0)

        self.leftColumn.addLayout(self.personGrid)

        self.addressHeading = QLabel(self.fields)
        self.addressHeading.setObjectName(u"addressHeading")
        self.addressHeading.setProperty(u"role", u"heading")
        self.addressHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.leftColumn.addWidget(self.addressHeading)

        self.addressGrid = QGridLayout()
        self.addressGrid.setObjectName(u"addressGrid")
        self.addressGrid.setHorizontalSpacing(10)
        self.addressGrid.setVerticalSpacing(0)
        self.addressGrid.setContentsMargins(0, 0, 0, 0)

        self.leftColumn.addLayout(self.addressGrid)

        self.sameBox = QWidget(self.fields)
        self.sameBox.setObjectName(u"sameBox")
        self.sameRow = QHBoxLayout(self.sameBox)
        self.sameRow.setSpacing(8)
        self.sameRow.setObjectName(u"sameRow")
        self.sameRow.setContentsMargins(0, 0, 0, 0)
        self.sameAddress = YesNo(self.sameBox)
        self.sameAddress.setObjectName(u"sameAddress")

        self.sameRow.addWidget(self.sameAddress)


        self.leftColumn.addWidget(self.sameBox)

        self.nowBox = QWidget(self.fields)
        self.nowBox.setObjectName(u"nowBox")
        self.nowColumn = QVBoxLayout(self.nowBox)
        self.nowColumn.setSpacing(4)
        self.nowColumn.setObjectName(u"nowColumn")
        self.nowColumn.setContentsMargins(0, 0, 0, 0)
        self.nowHeading = QLabel(self.nowBox)
        self.nowHeading.setObjectName(u"nowHeading")
        self.nowHeading.setProperty(u"role", u"heading")
        self.nowHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.nowColumn.addWidget(self.nowHeading)

        self.nowGrid = QGridLayout()
        self.nowGrid.setObjectName(u"nowGrid")
        self.nowGrid.setHorizontalSpacing(10)
        self.nowGrid.setVerticalSpacing(0)
        self.nowGrid.setContentsMargins(0, 0, 0, 0)

        self.nowColumn.addLayout(self.nowGrid)


        self.leftColumn.addWidget(self.nowBox)

        self.contactHeading = QLabel(self.fields)
        self.contactHeading.setObjectName(u"contactHeading")
        self.contactHeading.setProperty(u"role", u"heading")
        self.contactHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.leftColumn.addWidget(self.contactHeading)

        self.contactGrid = QGridLayout()
        self.contactGrid.setObjectName(u"contactGrid")
        self.contactGrid.setHorizontalSpacing(10)
        self.contactGrid.setVerticalSpacing(0)
        self.contactGrid.setContentsMargins(0, 0, 0, 0)

        self.leftColumn.addLayout(self.contactGrid)

        self.leftEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.leftColumn.addItem(self.leftEnd)


        self.columns.addLayout(self.leftColumn)

        self.rightColumn = QVBoxLayout()
        self.rightColumn.setSpacing(4)
        self.rightColumn.setObjectName(u"rightColumn")
        self.rightColumn.setContentsMargins(0, 0, 0, 0)
        self.schoolHeading = QLabel(self.fields)
        self.schoolHeading.setObjectName(u"schoolHeading")
        self.schoolHeading.setProperty(u"role", u"heading")
        self.schoolHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.rightColumn.addWidget(self.schoolHeading)

        self.schoolGrid = QGridLayout()
        self.schoolGrid.setObjectName(u"schoolGrid")
        self.schoolGrid.setHorizontalSpacing(10)
        self.schoolGrid.setVerticalSpacing(0)
        self.schoolGrid.setContentsMargins(0, 0, 0, 0)

        self.rightColumn.addLayout(self.schoolGrid)

        self.guardianBox = QWidget(self.fields)
        self.guardianBox.setObjectName(u"guardianBox")
        self.guardianColumn = QVBoxLayout(self.guardianBox)
        self.guardianColumn.setSpacing(4)
        self.guardianColumn.setObjectName(u"guardianColumn")
        self.guardianColumn.setContentsMargins(0, 0, 0, 0)
        self.guardianHeading = QLabel(self.guardianBox)
        self.guardianHeading.setObjectName(u"guardianHeading")
        self.guardianHeading.setProperty(u"role", u"heading")
        self.guardianHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.guardianColumn.addWidget(self.guardianHeading)

        self.guardianGrid = QGridLayout()
        self.guardianGrid.setObjectName(u"guardianGrid")
        self.guardianGrid.setHorizontalSpacing(10)
        self.guardianGrid.setVerticalSpacing(0)
        self.guardianGrid.setContentsMargins(0, 0, 0, 0)

        self.guardianColumn.addLayout(self.guardianGrid)


        self.rightColumn.addWidget(self.guardianBox)

        self.emergencyHeading = QLabel(self.fields)
        self.emergencyHeading.setObjectName(u"emergencyHeading")
        self.emergencyHeading.setProperty(u"role", u"heading")
        self.emergencyHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.rightColumn.addWidget(self.emergencyHeading)

        self.emergencyGrid = QGridLayout()
        self.emergencyGrid.setObjectName(u"emergencyGrid")
        self.emergencyGrid.setHorizontalSpacing(10)
        self.emergencyGrid.setVerticalSpacing(0)
        self.emergencyGrid.setContentsMargins(0, 0, 0, 0)

        self.rightColumn.addLayout(self.emergencyGrid)

        self.membershipHeading = QLabel(self.fields)
        self.membershipHeading.setObjectName(u"membershipHeading")
        self.membershipHeading.setProperty(u"role", u"heading")
        self.membershipHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.rightColumn.addWidget(self.membershipHeading)

        self.membershipGrid = QGridLayout()
        self.membershipGrid.setObjectName(u"membershipGrid")
        self.membershipGrid.setHorizontalSpacing(10)
        self.membershipGrid.setVerticalSpacing(0)
        self.membershipGrid.setContentsMargins(0, 0, 0, 0)

        self.rightColumn.addLayout(self.membershipGrid)

        self.consentHeading = QLabel(self.fields)
        self.consentHeading.setObjectName(u"consentHeading")
        self.consentHeading.setProperty(u"role", u"heading")
        self.consentHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.rightColumn.addWidget(self.consentHeading)

        self.notice = QLabel(self.fields)
        self.notice.setObjectName(u"notice")
        self.notice.setProperty(u"role", u"caption")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)

        self.rightColumn.addWidget(self.notice)

        self.consentRow = QWidget(self.fields)
        self.consentRow.setObjectName(u"consentRow")
        self.consentColumn = QVBoxLayout(self.consentRow)
        self.consentColumn.setSpacing(4)
        self.consentColumn.setObjectName(u"consentColumn")
        self.consentColumn.setContentsMargins(0, 0, 0, 0)
        self.consent = YesNo(self.consentRow)
        self.consent.setObjectName(u"consent")

        self.consentColumn.addWidget(self.consent)

        self.consentError = QLabel(self.consentRow)
        self.consentError.setObjectName(u"consentError")
        self.consentError.setProperty(u"role", u"error")
        self.consentError.setTextFormat(Qt.TextFormat.PlainText)
        self.consentError.setWordWrap(True)

        self.consentColumn.addWidget(self.consentError)

        self.photoConsent = YesNo(self.consentRow)
        self.photoConsent.setObjectName(u"photoConsent")

        self.consentColumn.addWidget(self.photoConsent)


        self.rightColumn.addWidget(self.consentRow)

        self.rightEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rightColumn.addItem(self.rightEnd)


        self.columns.addLayout(self.rightColumn)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
        self.scroll.setWidget(self.fields)

        self.outer.addWidget(self.scroll)

        self.side = Card(MemberFormView)
        self.side.setObjectName(u"side")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(8)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(14, 12, 14, 12)
        self.photoRow = QHBoxLayout()
        self.photoRow.setSpacing(12)
        self.photoRow.setObjectName(u"photoRow")
        self.photoRow.setContentsMargins(0, 0, 0, 0)
        self.photo = QLabel(self.side)
        self.photo.setObjectName(u"photo")
        self.photo.setProperty(u"role", u"photo")
        self.photo.setTextFormat(Qt.TextFormat.PlainText)
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.photoRow.addWidget(self.photo)

        self.photoWords = QVBoxLayout()
        self.photoWords.setSpacing(2)
        self.photoWords.setObjectName(u"photoWords")
        self.photoWords.setContentsMargins(0, 0, 0, 0)
        self.name = QLabel(self.side)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"heading")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)

        self.photoWords.addWidget(self.name)

        self.number = QLabel(self.side)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"secondary")
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setWordWrap(True)

        self.photoWords.addWidget(self.number)

        self.validity = QLabel(self.side)
        self.validity.setObjectName(u"validity")
        self.validity.setProperty(u"role", u"secondary")
        self.validity.setTextFormat(Qt.TextFormat.PlainText)
        self.validity.setWordWrap(True)

        self.photoWords.addWidget(self.validity)

        self.photoEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.photoWords.addItem(self.photoEnd)


        self.photoRow.addLayout(self.photoWords)


        self.sideColumn.addLayout(self.photoRow)

        self.photoButtons = QHBoxLayout()
        self.photoButtons.setSpacing(8)
        self.photoButtons.setObjectName(u"photoButtons")
        self.photoButtons.setContentsMargins(0, 0, 0, 0)
        self.photoGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.photoButtons.addItem(self.photoGap)


        self.sideColumn.addLayout(self.photoButtons)

        self.twinsBox = QWidget(self.side)
        self.twinsBox.setObjectName(u"twinsBox")
        self.twinsColumn = QVBoxLayout(self.twinsBox)
        self.twinsColumn.setSpacing(4)
        self.twinsColumn.setObjectName(u"twinsColumn")
        self.twinsColumn.setContentsMargins(0, 0, 0, 0)
        self.twinsHead = QHBoxLayout()
        self.twinsHead.setSpacing(6)
        self.twinsHead.setObjectName(u"twinsHead")
        self.twinsHead.setContentsMargins(0, 0, 0, 0)
        self.twinsIcon = IconLabel(self.twinsBox)
        self.twinsIcon.setObjectName(u"twinsIcon")

        self.twinsHead.addWidget(self.twinsIcon)

        self.twinsHeading = QLabel(self.twinsBox)
        self.twinsHeading.setObjectName(u"twinsHeading")
        self.twinsHeading.setProperty(u"role", u"heading")
        self.twinsHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.twinsHead.addWidget(self.twinsHeading)

        self.twinsHead.setStretch(1, 1)

        self.twinsColumn.addLayout(self.twinsHead)

        self.twinsWords = QLabel(self.twinsBox)
        self.twinsWords.setObjectName(u"twinsWords")
        self.twinsWords.setProperty(u"role", u"caption")
        self.twinsWords.setTextFormat(Qt.TextFormat.PlainText)
        self.twinsWords.setWordWrap(True)

        self.twinsColumn.addWidget(self.twinsWords)

        self.twinLines = QWidget(self.twinsBox)
        self.twinLines.setObjectName(u"twinLines")
        self.twinList = QVBoxLayout(self.twinLines)
        self.twinList.setSpacing(4)
        self.twinList.setObjectName(u"twinList")
        self.twinList.setContentsMargins(0, 0, 0, 0)

        self.twinsColumn.addWidget(self.twinLines)


        self.sideColumn.addWidget(self.twinsBox)

        self.sideEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideColumn.addItem(self.sideEnd)

        self.todo = QLabel(self.side)
        self.todo.setObjectName(u"todo")
        self.todo.setProperty(u"role", u"caption")
        self.todo.setTextFormat(Qt.TextFormat.PlainText)
        self.todo.setWordWrap(True)

        self.sideColumn.addWidget(self.todo)

        self.sideColumn.setStretch(3, 1)

        self.outer.addWidget(self.side)

        self.outer.setStretch(0, 1)

        self.retranslateUi(MemberFormView)

        QMetaObject.connectSlotsByName(MemberFormView)
    # setupUi

    def retranslateUi(self, MemberFormView):
        pass
    # retranslateUi

