# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_in.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from loket.ui.widgets import (Button, ElidedLabel, FormRow, IconLabel)

class Ui_SignInCard(object):
    def setupUi(self, SignInCard):
        if not SignInCard.objectName():
            SignInCard.setObjectName(u"SignInCard")
        self.column = QVBoxLayout(SignInCard)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(32, 28, 32, 28)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(12)
        self.heading.setObjectName(u"heading")
        self.mark = IconLabel(SignInCard)
        self.mark.setObjectName(u"mark")

        self.heading.addWidget(self.mark)

        self.names = QVBoxLayout()
        self.names.setSpacing(0)
        self.names.setObjectName(u"names")
        self.title = QLabel(SignInCard)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.names.addWidget(self.title)

        self.place = ElidedLabel(SignInCard)
        self.place.setObjectName(u"place")

        self.names.addWidget(self.place)


        self.heading.addLayout(self.names)


        self.column.addLayout(self.heading)

        self.gap = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.gap)

        self.username = FormRow(SignInCard)
        self.username.setObjectName(u"username")

        self.column.addWidget(self.username)

        self.secret = FormRow(SignInCard)
        self.secret.setObjectName(u"secret")

        self.column.addWidget(self.secret)

        self.pin = FormRow(SignInCard)
        self.pin.setObjectName(u"pin")

        self.column.addWidget(self.pin)

        self.failure = QLabel(SignInCard)
        self.failure.setObjectName(u"failure")
        self.failure.setProperty(u"role", u"error")
        self.failure.setWordWrap(True)

        self.column.addWidget(self.failure)

        self.enter = Button(SignInCard)
        self.enter.setObjectName(u"enter")

        self.column.addWidget(self.enter)


        self.retranslateUi(SignInCard)

        QMetaObject.connectSlotsByName(SignInCard)
    # setupUi

    def retranslateUi(self, SignInCard):
        pass
    # retranslateUi

