# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'enrol.ui'
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

from loket.ui.widgets import (Busy, Button, FormRow)

class Ui_EnrolPanel(object):
    def setupUi(self, EnrolPanel):
        if not EnrolPanel.objectName():
            EnrolPanel.setObjectName(u"EnrolPanel")
        self.column = QVBoxLayout(EnrolPanel)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.about = QLabel(EnrolPanel)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"body")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.server_address = FormRow(EnrolPanel)
        self.server_address.setObjectName(u"server_address")

        self.column.addWidget(self.server_address)

        self.enrol_code = FormRow(EnrolPanel)
        self.enrol_code.setObjectName(u"enrol_code")

        self.column.addWidget(self.enrol_code)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.join = Button(EnrolPanel)
        self.join.setObjectName(u"join")

        self.actions.addWidget(self.join)

        self.back = Button(EnrolPanel)
        self.back.setObjectName(u"back")

        self.actions.addWidget(self.back)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.space_1)

        self.actions.setStretch(2, 1)

        self.column.addLayout(self.actions)

        self.busy = Busy(EnrolPanel)
        self.busy.setObjectName(u"busy")

        self.column.addWidget(self.busy)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space_2)


        self.retranslateUi(EnrolPanel)

        QMetaObject.connectSlotsByName(EnrolPanel)
    # setupUi

    def retranslateUi(self, EnrolPanel):
        pass
    # retranslateUi

