# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'photo.ui'
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
    QSlider, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from loket.ui.pages.photo_view import FrameView
from loket.ui.widgets import (Button, EmptyState)

class Ui_PhotoForm(object):
    def setupUi(self, PhotoForm):
        if not PhotoForm.objectName():
            PhotoForm.setObjectName(u"PhotoForm")
        self.outer = QVBoxLayout(PhotoForm)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(24)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(PhotoForm)
        self.stack.setObjectName(u"stack")
        self.view = FrameView()
        self.view.setObjectName(u"view")
        self.stack.addWidget(self.view)
        self.trouble = QWidget()
        self.trouble.setObjectName(u"trouble")
        self.troubleColumn = QVBoxLayout(self.trouble)
        self.troubleColumn.setSpacing(12)
        self.troubleColumn.setObjectName(u"troubleColumn")
        self.troubleColumn.setContentsMargins(24, 24, 24, 24)
        self.sentence = EmptyState(self.trouble)
        self.sentence.setObjectName(u"sentence")

        self.troubleColumn.addWidget(self.sentence)

        self.retryRow = QHBoxLayout()
        self.retryRow.setObjectName(u"retryRow")
        self.before = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.retryRow.addItem(self.before)

        self.retry = Button(self.trouble)
        self.retry.setObjectName(u"retry")

        self.retryRow.addWidget(self.retry)

        self.after = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.retryRow.addItem(self.after)


        self.troubleColumn.addLayout(self.retryRow)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.troubleColumn.addItem(self.below)

        self.troubleColumn.setStretch(0, 1)
        self.troubleColumn.setStretch(2, 1)
        self.stack.addWidget(self.trouble)

        self.left.addWidget(self.stack)

        self.problem = QLabel(PhotoForm)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error")

        self.left.addWidget(self.problem)

        self.left.setStretch(0, 1)

        self.middle.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.resultWords = QLabel(PhotoForm)
        self.resultWords.setObjectName(u"resultWords")
        self.resultWords.setTextFormat(Qt.TextFormat.PlainText)
        self.resultWords.setWordWrap(True)
        self.resultWords.setProperty(u"role", u"caption")

        self.right.addWidget(self.resultWords)

        self.result = QLabel(PhotoForm)
        self.result.setObjectName(u"result")
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setWordWrap(False)
        self.result.setProperty(u"role", u"photo")

        self.right.addWidget(self.result)

        self.brightnessWords = QLabel(PhotoForm)
        self.brightnessWords.setObjectName(u"brightnessWords")
        self.brightnessWords.setTextFormat(Qt.TextFormat.PlainText)
        self.brightnessWords.setWordWrap(True)
        self.brightnessWords.setProperty(u"role", u"caption")

        self.right.addWidget(self.brightnessWords)

        self.brightness = QSlider(PhotoForm)
        self.brightness.setObjectName(u"brightness")
        self.brightness.setOrientation(Qt.Orientation.Horizontal)

        self.right.addWidget(self.brightness)

        self.hints = QVBoxLayout()
        self.hints.setSpacing(6)
        self.hints.setObjectName(u"hints")

        self.right.addLayout(self.hints)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right.addItem(self.rest)


        self.middle.addLayout(self.right)

        self.middle.setStretch(0, 1)

        self.outer.addLayout(self.middle)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.take = Button(PhotoForm)
        self.take.setObjectName(u"take")

        self.buttons.addWidget(self.take)

        self.again = Button(PhotoForm)
        self.again.setObjectName(u"again")

        self.buttons.addWidget(self.again)

        self.file = Button(PhotoForm)
        self.file.setObjectName(u"file")

        self.buttons.addWidget(self.file)

        self.none = Button(PhotoForm)
        self.none.setObjectName(u"none")

        self.buttons.addWidget(self.none)

        self.buttonsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsRest)


        self.outer.addLayout(self.buttons)


        self.retranslateUi(PhotoForm)

        QMetaObject.connectSlotsByName(PhotoForm)
    # setupUi

    def retranslateUi(self, PhotoForm):
        pass
    # retranslateUi

