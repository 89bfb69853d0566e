# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rooms_photocopy.ui'
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

from loket.ui.pages.rooms_parts import PersonCard
from loket.ui.widgets import (AnswerCard, FormRow, Segmented, Table)

class Ui_PhotocopyView(object):
    def setupUi(self, PhotocopyView):
        if not PhotocopyView.objectName():
            PhotocopyView.setObjectName(u"PhotocopyView")
        self.outer = QHBoxLayout(PhotocopyView)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.work = QVBoxLayout()
        self.work.setSpacing(10)
        self.work.setObjectName(u"work")
        self.work.setContentsMargins(0, 0, 0, 0)
        self.answer = AnswerCard(PhotocopyView)
        self.answer.setObjectName(u"answer")

        self.work.addWidget(self.answer)

        self.who = QHBoxLayout()
        self.who.setSpacing(12)
        self.who.setObjectName(u"who")
        self.who.setContentsMargins(0, 0, 0, 0)
        self.way = Segmented(PhotocopyView)
        self.way.setObjectName(u"way")

        self.who.addWidget(self.way)

        self.person = PersonCard(PhotocopyView)
        self.person.setObjectName(u"person")

        self.who.addWidget(self.person)

        self.who.setStretch(1, 1)

        self.work.addLayout(self.who)

        self.books = Table(PhotocopyView)
        self.books.setObjectName(u"books")

        self.work.addWidget(self.books)

        self.booksHint = QLabel(PhotocopyView)
        self.booksHint.setObjectName(u"booksHint")
        self.booksHint.setProperty(u"role", u"secondary")
        self.booksHint.setTextFormat(Qt.TextFormat.PlainText)
        self.booksHint.setWordWrap(True)

        self.work.addWidget(self.booksHint)

        self.fields = QStackedWidget(PhotocopyView)
        self.fields.setObjectName(u"fields")
        self.hereFields = QWidget()
        self.hereFields.setObjectName(u"hereFields")
        self.hereRow = QHBoxLayout(self.hereFields)
        self.hereRow.setSpacing(12)
        self.hereRow.setObjectName(u"hereRow")
        self.hereRow.setContentsMargins(0, 0, 0, 0)
        self.pages = FormRow(self.hereFields)
        self.pages.setObjectName(u"pages")

        self.hereRow.addWidget(self.pages)

        self.paper = FormRow(self.hereFields)
        self.paper.setObjectName(u"paper")

        self.hereRow.addWidget(self.paper)

        self.pay = FormRow(self.hereFields)
        self.pay.setObjectName(u"pay")

        self.hereRow.addWidget(self.pay)

        self.paid = FormRow(self.hereFields)
        self.paid.setObjectName(u"paid")

        self.hereRow.addWidget(self.paid)

        self.reference = FormRow(self.hereFields)
        self.reference.setObjectName(u"reference")

        self.hereRow.addWidget(self.reference)

        self.hereRow.setStretch(0, 3)
        self.hereRow.setStretch(1, 6)
        self.hereRow.setStretch(3, 5)
        self.hereRow.setStretch(4, 5)
        self.fields.addWidget(self.hereFields)
        self.outFields = QWidget()
        self.outFields.setObjectName(u"outFields")
        self.outRow = QHBoxLayout(self.outFields)
        self.outRow.setSpacing(12)
        self.outRow.setObjectName(u"outRow")
        self.outRow.setContentsMargins(0, 0, 0, 0)
        self.pledge_type = FormRow(self.outFields)
        self.pledge_type.setObjectName(u"pledge_type")

        self.outRow.addWidget(self.pledge_type)

        self.pledge_last4 = FormRow(self.outFields)
        self.pledge_last4.setObjectName(u"pledge_last4")

        self.outRow.addWidget(self.pledge_last4)

        self.valuables = FormRow(self.outFields)
        self.valuables.setObjectName(u"valuables")

        self.outRow.addWidget(self.valuables)

        self.phone = FormRow(self.outFields)
        self.phone.setObjectName(u"phone")

        self.outRow.addWidget(self.phone)

        self.outRow.setStretch(0, 6)
        self.outRow.setStretch(1, 6)
        self.outRow.setStretch(2, 8)
        self.outRow.setStretch(3, 6)
        self.fields.addWidget(self.outFields)
        self.backFields = QWidget()
        self.backFields.setObjectName(u"backFields")
        self.backColumn = QVBoxLayout(self.backFields)
        self.backColumn.setSpacing(4)
        self.backColumn.setObjectName(u"backColumn")
        self.backColumn.setContentsMargins(0, 0, 0, 0)
        self.backHeading = QLabel(self.backFields)
        self.backHeading.setObjectName(u"backHeading")
        self.backHeading.setProperty(u"role", u"caption")

        self.backColumn.addWidget(self.backHeading)

        self.backHeld = QLabel(self.backFields)
        self.backHeld.setObjectName(u"backHeld")
        self.backHeld.setProperty(u"role", u"title")
        self.backHeld.setTextFormat(Qt.TextFormat.PlainText)
        self.backHeld.setWordWrap(True)

        self.backColumn.addWidget(self.backHeld)

        self.backCheck = QLabel(self.backFields)
        self.backCheck.setObjectName(u"backCheck")
        self.backCheck.setProperty(u"role", u"secondary")
        self.backCheck.setTextFormat(Qt.TextFormat.PlainText)
        self.backCheck.setWordWrap(True)

        self.backColumn.addWidget(self.backCheck)

        self.spacer1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.backColumn.addItem(self.spacer1)

        self.fields.addWidget(self.backFields)

        self.work.addWidget(self.fields)

        self.finish = QHBoxLayout()
        self.finish.setSpacing(12)
        self.finish.setObjectName(u"finish")
        self.finish.setContentsMargins(0, 0, 0, 0)
        self.sum = QLabel(PhotocopyView)
        self.sum.setObjectName(u"sum")
        self.sum.setProperty(u"role", u"number")

        self.finish.addWidget(self.sum)

        self.sumDetail = QLabel(PhotocopyView)
        self.sumDetail.setObjectName(u"sumDetail")
        self.sumDetail.setProperty(u"role", u"secondary")
        self.sumDetail.setTextFormat(Qt.TextFormat.PlainText)
        self.sumDetail.setWordWrap(True)

        self.finish.addWidget(self.sumDetail)

        self.doing = QHBoxLayout()
        self.doing.setSpacing(8)
        self.doing.setObjectName(u"doing")
        self.doing.setContentsMargins(0, 0, 0, 0)

        self.finish.addLayout(self.doing)

        self.finish.setStretch(1, 1)

        self.work.addLayout(self.finish)

        self.notice = QLabel(PhotocopyView)
        self.notice.setObjectName(u"notice")
        self.notice.setProperty(u"role", u"caption")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)

        self.work.addWidget(self.notice)

        self.work.setStretch(2, 1)
        self.work.setStretch(3, 1)

        self.outer.addLayout(self.work)

        self.aside = QVBoxLayout()
        self.aside.setSpacing(10)
        self.aside.setObjectName(u"aside")
        self.aside.setContentsMargins(0, 0, 0, 0)
        self.asideTop = QHBoxLayout()
        self.asideTop.setSpacing(12)
        self.asideTop.setObjectName(u"asideTop")
        self.asideTop.setContentsMargins(0, 0, 0, 0)
        self.which = Segmented(PhotocopyView)
        self.which.setObjectName(u"which")

        self.asideTop.addWidget(self.which)

        self.spacer2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.asideTop.addItem(self.spacer2)


        self.aside.addLayout(self.asideTop)

        self.lists = QStackedWidget(PhotocopyView)
        self.lists.setObjectName(u"lists")
        self.outside = Table()
        self.outside.setObjectName(u"outside")
        self.lists.addWidget(self.outside)
        self.today = Table()
        self.today.setObjectName(u"today")
        self.lists.addWidget(self.today)

        self.aside.addWidget(self.lists)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)

        self.aside.addLayout(self.actions)

        self.counts = QLabel(PhotocopyView)
        self.counts.setObjectName(u"counts")
        self.counts.setProperty(u"role", u"secondary")
        self.counts.setTextFormat(Qt.TextFormat.PlainText)

        self.aside.addWidget(self.counts)

        self.aside.setStretch(1, 1)

        self.outer.addLayout(self.aside)

        self.outer.setStretch(0, 11)
        self.outer.setStretch(1, 9)

        self.retranslateUi(PhotocopyView)

        QMetaObject.connectSlotsByName(PhotocopyView)
    # setupUi

    def retranslateUi(self, PhotocopyView):
        pass
    # retranslateUi

