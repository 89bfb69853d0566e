# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_camera.ui'
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

from loket.ui.pages.photo_view import FrameView
from loket.ui.widgets import (Button, FormRow)

class Ui_CameraSection(object):
    def setupUi(self, CameraSection):
        if not CameraSection.objectName():
            CameraSection.setObjectName(u"CameraSection")
        self.outer = QHBoxLayout(CameraSection)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(10)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.camera = FormRow(CameraSection)
        self.camera.setObjectName(u"camera")

        self.left.addWidget(self.camera)

        self.other = FormRow(CameraSection)
        self.other.setObjectName(u"other")

        self.left.addWidget(self.other)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.test = Button(CameraSection)
        self.test.setObjectName(u"test")

        self.buttons.addWidget(self.test)

        self.look = Button(CameraSection)
        self.look.setObjectName(u"look")

        self.buttons.addWidget(self.look)

        self.buttonsRest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsRest)


        self.left.addLayout(self.buttons)

        self.problem = QLabel(CameraSection)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"role", u"error")

        self.left.addWidget(self.problem)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left.addItem(self.rest)


        self.outer.addLayout(self.left)

        self.view = FrameView(CameraSection)
        self.view.setObjectName(u"view")

        self.outer.addWidget(self.view)

        self.outer.setStretch(0, 3)
        self.outer.setStretch(1, 2)

        self.retranslateUi(CameraSection)

        QMetaObject.connectSlotsByName(CameraSection)
    # setupUi

    def retranslateUi(self, CameraSection):
        pass
    # retranslateUi

