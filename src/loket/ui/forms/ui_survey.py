# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'survey.ui'
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

from loket.ui.pages.period_chooser import PeriodChooser
from loket.ui.pages.settings_parts import Choice
from loket.ui.pages.survey_parts import ElementBars
from loket.ui.widgets import (Banner, Card, IconLabel, PageHeader,
    Segmented, Table)

class Ui_SurveyView(object):
    def setupUi(self, SurveyView):
        if not SurveyView.objectName():
            SurveyView.setObjectName(u"SurveyView")
        self.outer = QVBoxLayout(SurveyView)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 8, 16, 8)
        self.header = PageHeader(SurveyView)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(SurveyView)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.asked = QHBoxLayout()
        self.asked.setSpacing(12)
        self.asked.setObjectName(u"asked")
        self.asked.setContentsMargins(0, 0, 0, 0)
        self.period = PeriodChooser(SurveyView)
        self.period.setObjectName(u"period")

        self.asked.addWidget(self.period)

        self.service = Choice(SurveyView)
        self.service.setObjectName(u"service")

        self.asked.addWidget(self.service)

        self.spacer1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.asked.addItem(self.spacer1)

        self.saving = QHBoxLayout()
        self.saving.setSpacing(8)
        self.saving.setObjectName(u"saving")
        self.saving.setContentsMargins(0, 0, 0, 0)

        self.asked.addLayout(self.saving)


        self.outer.addLayout(self.asked)

        self.halves = QHBoxLayout()
        self.halves.setSpacing(20)
        self.halves.setObjectName(u"halves")
        self.halves.setContentsMargins(0, 0, 0, 0)
        self.summary = QVBoxLayout()
        self.summary.setSpacing(8)
        self.summary.setObjectName(u"summary")
        self.summary.setContentsMargins(0, 0, 0, 0)
        self.score = Card(SurveyView)
        self.score.setObjectName(u"score")
        self.scoreColumn = QVBoxLayout(self.score)
        self.scoreColumn.setSpacing(4)
        self.scoreColumn.setObjectName(u"scoreColumn")
        self.scoreColumn.setContentsMargins(18, 8, 18, 8)
        self.scoreHeading = QLabel(self.score)
        self.scoreHeading.setObjectName(u"scoreHeading")
        self.scoreHeading.setProperty(u"role", u"secondary")

        self.scoreColumn.addWidget(self.scoreHeading)

        self.scoreRow = QHBoxLayout()
        self.scoreRow.setSpacing(16)
        self.scoreRow.setObjectName(u"scoreRow")
        self.scoreRow.setContentsMargins(0, 0, 0, 0)
        self.ikm = QLabel(self.score)
        self.ikm.setObjectName(u"ikm")
        self.ikm.setProperty(u"role", u"kiosk")

        self.scoreRow.addWidget(self.ikm)

        self.gradeColumn = QVBoxLayout()
        self.gradeColumn.setSpacing(0)
        self.gradeColumn.setObjectName(u"gradeColumn")
        self.gradeColumn.setContentsMargins(0, 0, 0, 0)
        self.grade = QLabel(self.score)
        self.grade.setObjectName(u"grade")
        self.grade.setProperty(u"role", u"title")

        self.gradeColumn.addWidget(self.grade)

        self.gradeRange = QLabel(self.score)
        self.gradeRange.setObjectName(u"gradeRange")
        self.gradeRange.setProperty(u"role", u"caption")

        self.gradeColumn.addWidget(self.gradeRange)


        self.scoreRow.addLayout(self.gradeColumn)

        self.spacer2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.scoreRow.addItem(self.spacer2)


        self.scoreColumn.addLayout(self.scoreRow)

        self.scoreNote = QLabel(self.score)
        self.scoreNote.setObjectName(u"scoreNote")
        self.scoreNote.setProperty(u"role", u"secondary")
        self.scoreNote.setTextFormat(Qt.TextFormat.PlainText)
        self.scoreNote.setWordWrap(True)

        self.scoreColumn.addWidget(self.scoreNote)

        self.weighing = QHBoxLayout()
        self.weighing.setSpacing(8)
        self.weighing.setObjectName(u"weighing")
        self.weighing.setContentsMargins(0, 0, 0, 0)

        self.scoreColumn.addLayout(self.weighing)


        self.summary.addWidget(self.score)

        self.sample = Card(SurveyView)
        self.sample.setObjectName(u"sample")
        self.sampleColumn = QVBoxLayout(self.sample)
        self.sampleColumn.setSpacing(4)
        self.sampleColumn.setObjectName(u"sampleColumn")
        self.sampleColumn.setContentsMargins(18, 8, 18, 8)
        self.sampleHeading = QLabel(self.sample)
        self.sampleHeading.setObjectName(u"sampleHeading")
        self.sampleHeading.setProperty(u"role", u"secondary")

        self.sampleColumn.addWidget(self.sampleHeading)

        self.sampleRow = QHBoxLayout()
        self.sampleRow.setSpacing(12)
        self.sampleRow.setObjectName(u"sampleRow")
        self.sampleRow.setContentsMargins(0, 0, 0, 0)
        self.respondents = QLabel(self.sample)
        self.respondents.setObjectName(u"respondents")
        self.respondents.setProperty(u"role", u"number")

        self.sampleRow.addWidget(self.respondents)

        self.sampleWord = QLabel(self.sample)
        self.sampleWord.setObjectName(u"sampleWord")
        self.sampleWord.setProperty(u"role", u"secondary")
        self.sampleWord.setWordWrap(True)

        self.sampleRow.addWidget(self.sampleWord)

        self.sampleRow.setStretch(1, 1)

        self.sampleColumn.addLayout(self.sampleRow)

        self.sampleState = QHBoxLayout()
        self.sampleState.setSpacing(8)
        self.sampleState.setObjectName(u"sampleState")
        self.sampleState.setContentsMargins(0, 0, 0, 0)
        self.sampleSign = IconLabel(self.sample)
        self.sampleSign.setObjectName(u"sampleSign")

        self.sampleState.addWidget(self.sampleSign)

        self.sampleNote = QLabel(self.sample)
        self.sampleNote.setObjectName(u"sampleNote")
        self.sampleNote.setProperty(u"role", u"body")
        self.sampleNote.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleNote.setWordWrap(True)

        self.sampleState.addWidget(self.sampleNote)

        self.sampleState.setStretch(1, 1)

        self.sampleColumn.addLayout(self.sampleState)


        self.summary.addWidget(self.sample)

        self.lowest = Card(SurveyView)
        self.lowest.setObjectName(u"lowest")
        self.lowestColumn = QVBoxLayout(self.lowest)
        self.lowestColumn.setSpacing(6)
        self.lowestColumn.setObjectName(u"lowestColumn")
        self.lowestColumn.setContentsMargins(18, 8, 18, 8)
        self.lowestHeading = QLabel(self.lowest)
        self.lowestHeading.setObjectName(u"lowestHeading")
        self.lowestHeading.setProperty(u"role", u"secondary")

        self.lowestColumn.addWidget(self.lowestHeading)

        self.low1 = QLabel(self.lowest)
        self.low1.setObjectName(u"low1")
        self.low1.setProperty(u"role", u"body")
        self.low1.setTextFormat(Qt.TextFormat.PlainText)
        self.low1.setWordWrap(True)

        self.lowestColumn.addWidget(self.low1)

        self.low2 = QLabel(self.lowest)
        self.low2.setObjectName(u"low2")
        self.low2.setProperty(u"role", u"body")
        self.low2.setTextFormat(Qt.TextFormat.PlainText)
        self.low2.setWordWrap(True)

        self.lowestColumn.addWidget(self.low2)

        self.low3 = QLabel(self.lowest)
        self.low3.setObjectName(u"low3")
        self.low3.setProperty(u"role", u"body")
        self.low3.setTextFormat(Qt.TextFormat.PlainText)
        self.low3.setWordWrap(True)

        self.lowestColumn.addWidget(self.low3)


        self.summary.addWidget(self.lowest)

        self.spacer3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.summary.addItem(self.spacer3)


        self.halves.addLayout(self.summary)

        self.detail = QVBoxLayout()
        self.detail.setSpacing(8)
        self.detail.setObjectName(u"detail")
        self.detail.setContentsMargins(0, 0, 0, 0)
        self.detailTop = QHBoxLayout()
        self.detailTop.setSpacing(12)
        self.detailTop.setObjectName(u"detailTop")
        self.detailTop.setContentsMargins(0, 0, 0, 0)
        self.views = Segmented(SurveyView)
        self.views.setObjectName(u"views")

        self.detailTop.addWidget(self.views)

        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.detailTop.addItem(self.spacer4)


        self.detail.addLayout(self.detailTop)

        self.stack = QStackedWidget(SurveyView)
        self.stack.setObjectName(u"stack")
        self.elementsView = QWidget()
        self.elementsView.setObjectName(u"elementsView")
        self.elementsColumn = QVBoxLayout(self.elementsView)
        self.elementsColumn.setSpacing(12)
        self.elementsColumn.setObjectName(u"elementsColumn")
        self.elementsColumn.setContentsMargins(0, 0, 0, 0)
        self.elementsCard = Card(self.elementsView)
        self.elementsCard.setObjectName(u"elementsCard")
        self.elementsInner = QVBoxLayout(self.elementsCard)
        self.elementsInner.setSpacing(4)
        self.elementsInner.setObjectName(u"elementsInner")
        self.elementsInner.setContentsMargins(18, 8, 18, 8)
        self.bars = ElementBars(self.elementsCard)
        self.bars.setObjectName(u"bars")

        self.elementsInner.addWidget(self.bars)

        self.spacer5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.elementsInner.addItem(self.spacer5)

        self.scale = QLabel(self.elementsCard)
        self.scale.setObjectName(u"scale")
        self.scale.setProperty(u"role", u"caption")
        self.scale.setWordWrap(True)

        self.elementsInner.addWidget(self.scale)


        self.elementsColumn.addWidget(self.elementsCard)

        self.elementsColumn.setStretch(0, 1)
        self.stack.addWidget(self.elementsView)
        self.peopleView = QWidget()
        self.peopleView.setObjectName(u"peopleView")
        self.peopleColumn = QVBoxLayout(self.peopleView)
        self.peopleColumn.setSpacing(12)
        self.peopleColumn.setObjectName(u"peopleColumn")
        self.peopleColumn.setContentsMargins(0, 0, 0, 0)
        self.people = Table(self.peopleView)
        self.people.setObjectName(u"people")

        self.peopleColumn.addWidget(self.people)

        self.stack.addWidget(self.peopleView)
        self.servicesView = QWidget()
        self.servicesView.setObjectName(u"servicesView")
        self.servicesColumn = QVBoxLayout(self.servicesView)
        self.servicesColumn.setSpacing(12)
        self.servicesColumn.setObjectName(u"servicesColumn")
        self.servicesColumn.setContentsMargins(0, 0, 0, 0)
        self.services = Table(self.servicesView)
        self.services.setObjectName(u"services")

        self.servicesColumn.addWidget(self.services)

        self.stack.addWidget(self.servicesView)
        self.commentsView = QWidget()
        self.commentsView.setObjectName(u"commentsView")
        self.commentsColumn = QVBoxLayout(self.commentsView)
        self.commentsColumn.setSpacing(10)
        self.commentsColumn.setObjectName(u"commentsColumn")
        self.commentsColumn.setContentsMargins(0, 0, 0, 0)
        self.comments = Table(self.commentsView)
        self.comments.setObjectName(u"comments")

        self.commentsColumn.addWidget(self.comments)

        self.comment = QLabel(self.commentsView)
        self.comment.setObjectName(u"comment")
        self.comment.setProperty(u"role", u"body")
        self.comment.setTextFormat(Qt.TextFormat.PlainText)
        self.comment.setWordWrap(True)

        self.commentsColumn.addWidget(self.comment)

        self.commentsColumn.setStretch(0, 1)
        self.stack.addWidget(self.commentsView)

        self.detail.addWidget(self.stack)

        self.detail.setStretch(1, 1)

        self.halves.addLayout(self.detail)

        self.halves.setStretch(0, 4)
        self.halves.setStretch(1, 9)

        self.outer.addLayout(self.halves)

        self.outer.setStretch(3, 1)

        self.retranslateUi(SurveyView)

        QMetaObject.connectSlotsByName(SurveyView)
    # setupUi

    def retranslateUi(self, SurveyView):
        pass
    # retranslateUi

