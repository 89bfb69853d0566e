# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_officials.ui'
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

class Ui_OfficialsSection(object):
    def setupUi(self, OfficialsSection):
        if not OfficialsSection.objectName():
            OfficialsSection.setObjectName(u"OfficialsSection")
        self.outer = QHBoxLayout(OfficialsSection)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.list = Table(OfficialsSection)
        self.list.setObjectName(u"list")

        self.left.addWidget(self.list)

        self.list_buttons = QHBoxLayout()
        self.list_buttons.setSpacing(8)
        self.list_buttons.setObjectName(u"list_buttons")
        self.list_buttons.setContentsMargins(0, 0, 0, 0)
        self.add = Button(OfficialsSection)
        self.add.setObjectName(u"add")

        self.list_buttons.addWidget(self.add)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_buttons.addItem(self.space_1)


        self.left.addLayout(self.list_buttons)

        self.left.setStretch(0, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.form_title = QLabel(OfficialsSection)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setProperty(u"role", u"heading")
        self.form_title.setTextFormat(Qt.TextFormat.PlainText)
        self.form_title.setWordWrap(True)

        self.right.addWidget(self.form_title)

        self.form_state = QLabel(OfficialsSection)
        self.form_state.setObjectName(u"form_state")
        self.form_state.setProperty(u"role", u"caption")
        self.form_state.setTextFormat(Qt.TextFormat.PlainText)
        self.form_state.setWordWrap(True)

        self.right.addWidget(self.form_state)

        self.fields = QGridLayout()
        self.fields.setSpacing(6)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)

        self.right.addLayout(self.fields)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right.addItem(self.space_2)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.retire = Button(OfficialsSection)
        self.retire.setObjectName(u"retire")

        self.buttons.addWidget(self.retire)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space_3)

        self.save = Button(OfficialsSection)
        self.save.setObjectName(u"save")

        self.buttons.addWidget(self.save)


        self.right.addLayout(self.buttons)

        self.right.setStretch(3, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 1)

        self.retranslateUi(OfficialsSection)

        QMetaObject.connectSlotsByName(OfficialsSection)
    # setupUi

    def retranslateUi(self, OfficialsSection):
        pass
    # retranslateUi

