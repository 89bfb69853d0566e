# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'self_registration.ui'
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
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.widgets import ElidedLabel

class Ui_SelfRegistration(object):
    def setupUi(self, SelfRegistration):
        if not SelfRegistration.objectName():
            SelfRegistration.setObjectName(u"SelfRegistration")
        self.outer = QVBoxLayout(SelfRegistration)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 16, 24, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.place = ElidedLabel(SelfRegistration)
        self.place.setObjectName(u"place")

        self.top.addWidget(self.place)

        self.topGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.topGap)

        self.top.setStretch(0, 1)

        self.outer.addLayout(self.top)

        self.stack = QStackedWidget(SelfRegistration)
        self.stack.setObjectName(u"stack")
        self.welcomePage = QWidget()
        self.welcomePage.setObjectName(u"welcomePage")
        self.welcome = QVBoxLayout(self.welcomePage)
        self.welcome.setSpacing(28)
        self.welcome.setObjectName(u"welcome")
        self.welcome.setContentsMargins(160, 0, 160, 0)
        self.welcomeTop = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.welcome.addItem(self.welcomeTop)

        self.welcomeTitle = QLabel(self.welcomePage)
        self.welcomeTitle.setObjectName(u"welcomeTitle")
        self.welcomeTitle.setProperty(u"role", u"kiosk")
        self.welcomeTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.welcomeTitle.setWordWrap(True)
        self.welcomeTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.welcome.addWidget(self.welcomeTitle)

        self.welcomeText = QLabel(self.welcomePage)
        self.welcomeText.setObjectName(u"welcomeText")
        self.welcomeText.setProperty(u"role", u"lead")
        self.welcomeText.setTextFormat(Qt.TextFormat.PlainText)
        self.welcomeText.setWordWrap(True)
        self.welcomeText.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.welcome.addWidget(self.welcomeText)

        self.welcomeButtons = QHBoxLayout()
        self.welcomeButtons.setSpacing(16)
        self.welcomeButtons.setObjectName(u"welcomeButtons")
        self.welcomeButtons.setContentsMargins(0, 0, 0, 0)
        self.wl = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.welcomeButtons.addItem(self.wl)

        self.wr = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.welcomeButtons.addItem(self.wr)


        self.welcome.addLayout(self.welcomeButtons)

        self.welcomeNotice = QLabel(self.welcomePage)
        self.welcomeNotice.setObjectName(u"welcomeNotice")
        self.welcomeNotice.setProperty(u"role", u"secondary")
        self.welcomeNotice.setTextFormat(Qt.TextFormat.PlainText)
        self.welcomeNotice.setWordWrap(True)
        self.welcomeNotice.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.welcome.addWidget(self.welcomeNotice)

        self.welcomeBottom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.welcome.addItem(self.welcomeBottom)

        self.welcome.setStretch(0, 1)
        self.welcome.setStretch(5, 1)
        self.stack.addWidget(self.welcomePage)
        self.stepPage = QWidget()
        self.stepPage.setObjectName(u"stepPage")
        self.step = QVBoxLayout(self.stepPage)
        self.step.setSpacing(16)
        self.step.setObjectName(u"step")
        self.step.setContentsMargins(120, 8, 120, 8)
        self.question = QLabel(self.stepPage)
        self.question.setObjectName(u"question")
        self.question.setProperty(u"role", u"kiosk")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)

        self.step.addWidget(self.question)

        self.hint = QLabel(self.stepPage)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"role", u"lead")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)

        self.step.addWidget(self.hint)

        self.steps = QStackedWidget(self.stepPage)
        self.steps.setObjectName(u"steps")

        self.step.addWidget(self.steps)

        self.problem = QLabel(self.stepPage)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)

        self.step.addWidget(self.problem)

        self.dots = QLabel(self.stepPage)
        self.dots.setObjectName(u"dots")
        self.dots.setProperty(u"role", u"title")
        self.dots.setTextFormat(Qt.TextFormat.PlainText)
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.step.addWidget(self.dots)

        self.stepButtons = QHBoxLayout()
        self.stepButtons.setSpacing(16)
        self.stepButtons.setObjectName(u"stepButtons")
        self.stepButtons.setContentsMargins(0, 0, 0, 0)

        self.step.addLayout(self.stepButtons)

        self.step.setStretch(2, 1)
        self.stack.addWidget(self.stepPage)
        self.donePage = QWidget()
        self.donePage.setObjectName(u"donePage")
        self.done = QVBoxLayout(self.donePage)
        self.done.setSpacing(20)
        self.done.setObjectName(u"done")
        self.done.setContentsMargins(120, 0, 120, 0)
        self.doneTop = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.done.addItem(self.doneTop)

        self.doneSignRow = QHBoxLayout()
        self.doneSignRow.setSpacing(8)
        self.doneSignRow.setObjectName(u"doneSignRow")
        self.doneSignRow.setContentsMargins(0, 0, 0, 0)
        self.dsl = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.doneSignRow.addItem(self.dsl)

        self.dsr = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.doneSignRow.addItem(self.dsr)


        self.done.addLayout(self.doneSignRow)

        self.doneTitle = QLabel(self.donePage)
        self.doneTitle.setObjectName(u"doneTitle")
        self.doneTitle.setProperty(u"role", u"kiosk")
        self.doneTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.doneTitle.setWordWrap(True)
        self.doneTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.done.addWidget(self.doneTitle)

        self.doneNumber = QLabel(self.donePage)
        self.doneNumber.setObjectName(u"doneNumber")
        self.doneNumber.setProperty(u"role", u"kiosk")
        self.doneNumber.setTextFormat(Qt.TextFormat.PlainText)
        self.doneNumber.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.done.addWidget(self.doneNumber)

        self.doneText = QLabel(self.donePage)
        self.doneText.setObjectName(u"doneText")
        self.doneText.setProperty(u"role", u"lead")
        self.doneText.setTextFormat(Qt.TextFormat.PlainText)
        self.doneText.setWordWrap(True)
        self.doneText.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.done.addWidget(self.doneText)

        self.doneButtons = QHBoxLayout()
        self.doneButtons.setSpacing(16)
        self.doneButtons.setObjectName(u"doneButtons")
        self.doneButtons.setContentsMargins(0, 0, 0, 0)
        self.dl = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.doneButtons.addItem(self.dl)

        self.dr = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.doneButtons.addItem(self.dr)


        self.done.addLayout(self.doneButtons)

        self.doneBottom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.done.addItem(self.doneBottom)

        self.done.setStretch(0, 1)
        self.done.setStretch(6, 1)
        self.stack.addWidget(self.donePage)

        self.outer.addWidget(self.stack)

        self.outer.setStretch(1, 1)

        self.retranslateUi(SelfRegistration)

        QMetaObject.connectSlotsByName(SelfRegistration)
    # setupUi

    def retranslateUi(self, SelfRegistration):
        pass
    # retranslateUi

