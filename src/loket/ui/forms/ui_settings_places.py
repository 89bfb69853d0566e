# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_places.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QHBoxLayout, QHeaderView,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from loket.ui.widgets import (Button, Table)

class Ui_PlacesSection(object):
    def setupUi(self, PlacesSection):
        if not PlacesSection.objectName():
            PlacesSection.setObjectName(u"PlacesSection")
        self.outer = QHBoxLayout(PlacesSection)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.list = Table(PlacesSection)
        self.list.setObjectName(u"list")

        self.left.addWidget(self.list)

        self.listButtons = QHBoxLayout()
        self.listButtons.setSpacing(8)
        self.listButtons.setObjectName(u"listButtons")
        self.add = Button(PlacesSection)
        self.add.setObjectName(u"add")

        self.listButtons.addWidget(self.add)

        self.space1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.listButtons.addItem(self.space1)


        self.left.addLayout(self.listButtons)

        self.left.setStretch(0, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.formTitle = QLabel(PlacesSection)
        self.formTitle.setObjectName(u"formTitle")
        self.formTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.formTitle.setWordWrap(True)
        self.formTitle.setProperty(u"role", u"heading")

        self.right.addWidget(self.formTitle)

        self.formState = QLabel(PlacesSection)
        self.formState.setObjectName(u"formState")
        self.formState.setTextFormat(Qt.TextFormat.PlainText)
        self.formState.setWordWrap(True)
        self.formState.setProperty(u"role", u"secondary")

        self.right.addWidget(self.formState)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(4)

        self.right.addLayout(self.fields)

        self.space2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right.addItem(self.space2)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.retire = Button(PlacesSection)
        self.retire.setObjectName(u"retire")

        self.buttons.addWidget(self.retire)

        self.space3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space3)

        self.save = Button(PlacesSection)
        self.save.setObjectName(u"save")

        self.buttons.addWidget(self.save)


        self.right.addLayout(self.buttons)

        self.right.setStretch(3, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 1)

        self.retranslateUi(PlacesSection)

        QMetaObject.connectSlotsByName(PlacesSection)
    # setupUi

    def retranslateUi(self, PlacesSection):
        pass
    # retranslateUi

