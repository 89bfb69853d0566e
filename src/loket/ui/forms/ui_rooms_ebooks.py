# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rooms_ebooks.ui'
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
from loket.ui.widgets import (AnswerCard, ElidedLabel, InsetFrame, Segmented,
    Table)

class Ui_EbooksView(object):
    def setupUi(self, EbooksView):
        if not EbooksView.objectName():
            EbooksView.setObjectName(u"EbooksView")
        self.outer = QHBoxLayout(EbooksView)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.work = QVBoxLayout()
        self.work.setSpacing(10)
        self.work.setObjectName(u"work")
        self.work.setContentsMargins(0, 0, 0, 0)
        self.answer = AnswerCard(EbooksView)
        self.answer.setObjectName(u"answer")

        self.work.addWidget(self.answer)

        self.person = PersonCard(EbooksView)
        self.person.setObjectName(u"person")

        self.work.addWidget(self.person)

        self.chosen = InsetFrame(EbooksView)
        self.chosen.setObjectName(u"chosen")
        self.chosenRow = QHBoxLayout(self.chosen)
        self.chosenRow.setSpacing(12)
        self.chosenRow.setObjectName(u"chosenRow")
        self.chosenRow.setContentsMargins(12, 8, 12, 8)
        self.chosenWords = QVBoxLayout()
        self.chosenWords.setSpacing(0)
        self.chosenWords.setObjectName(u"chosenWords")
        self.chosenWords.setContentsMargins(0, 0, 0, 0)
        self.chosenTitle = ElidedLabel(self.chosen)
        self.chosenTitle.setObjectName(u"chosenTitle")
        self.chosenTitle.setProperty(u"role", u"heading")

        self.chosenWords.addWidget(self.chosenTitle)

        self.chosenDetail = ElidedLabel(self.chosen)
        self.chosenDetail.setObjectName(u"chosenDetail")
        self.chosenDetail.setProperty(u"role", u"secondary")

        self.chosenWords.addWidget(self.chosenDetail)


        self.chosenRow.addLayout(self.chosenWords)


        self.work.addWidget(self.chosen)

        self.taking = QHBoxLayout()
        self.taking.setSpacing(12)
        self.taking.setObjectName(u"taking")
        self.taking.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(EbooksView)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"role", u"secondary")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)

        self.taking.addWidget(self.hint)


        self.work.addLayout(self.taking)

        self.spacer1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.work.addItem(self.spacer1)

        self.dayHeading = QLabel(EbooksView)
        self.dayHeading.setObjectName(u"dayHeading")
        self.dayHeading.setProperty(u"role", u"caption")

        self.work.addWidget(self.dayHeading)

        self.figures = QHBoxLayout()
        self.figures.setSpacing(32)
        self.figures.setObjectName(u"figures")
        self.figures.setContentsMargins(0, 0, 0, 0)
        self.loansFigure = QVBoxLayout()
        self.loansFigure.setSpacing(0)
        self.loansFigure.setObjectName(u"loansFigure")
        self.loansFigure.setContentsMargins(0, 0, 0, 0)
        self.loansNumber = QLabel(EbooksView)
        self.loansNumber.setObjectName(u"loansNumber")
        self.loansNumber.setProperty(u"role", u"number")

        self.loansFigure.addWidget(self.loansNumber)

        self.loansWord = QLabel(EbooksView)
        self.loansWord.setObjectName(u"loansWord")
        self.loansWord.setProperty(u"role", u"caption")

        self.loansFigure.addWidget(self.loansWord)


        self.figures.addLayout(self.loansFigure)

        self.titlesFigure = QVBoxLayout()
        self.titlesFigure.setSpacing(0)
        self.titlesFigure.setObjectName(u"titlesFigure")
        self.titlesFigure.setContentsMargins(0, 0, 0, 0)
        self.titlesNumber = QLabel(EbooksView)
        self.titlesNumber.setObjectName(u"titlesNumber")
        self.titlesNumber.setProperty(u"role", u"number")

        self.titlesFigure.addWidget(self.titlesNumber)

        self.titlesWord = QLabel(EbooksView)
        self.titlesWord.setObjectName(u"titlesWord")
        self.titlesWord.setProperty(u"role", u"caption")

        self.titlesFigure.addWidget(self.titlesWord)


        self.figures.addLayout(self.titlesFigure)

        self.readersFigure = QVBoxLayout()
        self.readersFigure.setSpacing(0)
        self.readersFigure.setObjectName(u"readersFigure")
        self.readersFigure.setContentsMargins(0, 0, 0, 0)
        self.readersNumber = QLabel(EbooksView)
        self.readersNumber.setObjectName(u"readersNumber")
        self.readersNumber.setProperty(u"role", u"number")

        self.readersFigure.addWidget(self.readersNumber)

        self.readersWord = QLabel(EbooksView)
        self.readersWord.setObjectName(u"readersWord")
        self.readersWord.setProperty(u"role", u"caption")

        self.readersFigure.addWidget(self.readersWord)


        self.figures.addLayout(self.readersFigure)

        self.spacer2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.figures.addItem(self.spacer2)


        self.work.addLayout(self.figures)


        self.outer.addLayout(self.work)

        self.aside = QVBoxLayout()
        self.aside.setSpacing(10)
        self.aside.setObjectName(u"aside")
        self.aside.setContentsMargins(0, 0, 0, 0)
        self.asideTop = QHBoxLayout()
        self.asideTop.setSpacing(12)
        self.asideTop.setObjectName(u"asideTop")
        self.asideTop.setContentsMargins(0, 0, 0, 0)
        self.which = Segmented(EbooksView)
        self.which.setObjectName(u"which")

        self.asideTop.addWidget(self.which)

        self.spacer3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.asideTop.addItem(self.spacer3)


        self.aside.addLayout(self.asideTop)

        self.lists = QStackedWidget(EbooksView)
        self.lists.setObjectName(u"lists")
        self.out = Table()
        self.out.setObjectName(u"out")
        self.lists.addWidget(self.out)
        self.today = Table()
        self.today.setObjectName(u"today")
        self.lists.addWidget(self.today)
        self.titles = Table()
        self.titles.setObjectName(u"titles")
        self.lists.addWidget(self.titles)

        self.aside.addWidget(self.lists)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)

        self.aside.addLayout(self.actions)

        self.aside.setStretch(1, 1)

        self.outer.addLayout(self.aside)

        self.outer.setStretch(0, 10)
        self.outer.setStretch(1, 11)

        self.retranslateUi(EbooksView)

        QMetaObject.connectSlotsByName(EbooksView)
    # setupUi

    def retranslateUi(self, EbooksView):
        pass
    # retranslateUi

