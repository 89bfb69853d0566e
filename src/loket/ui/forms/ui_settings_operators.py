# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_operators.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from loket.ui.widgets import (Button, FormRow, Table)

class Ui_OperatorsSection(object):
    def setupUi(self, OperatorsSection):
        if not OperatorsSection.objectName():
            OperatorsSection.setObjectName(u"OperatorsSection")
        self.outer = QHBoxLayout(OperatorsSection)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.people = Table(OperatorsSection)
        self.people.setObjectName(u"people")

        self.left.addWidget(self.people)

        self.left_buttons = QHBoxLayout()
        self.left_buttons.setSpacing(8)
        self.left_buttons.setObjectName(u"left_buttons")
        self.left_buttons.setContentsMargins(0, 0, 0, 0)
        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.left_buttons.addItem(self.space_1)

        self.new_one = Button(OperatorsSection)
        self.new_one.setObjectName(u"new_one")

        self.left_buttons.addWidget(self.new_one)


        self.left.addLayout(self.left_buttons)

        self.left.setStretch(0, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.form_title = QLabel(OperatorsSection)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setProperty(u"role", u"heading")

        self.right.addWidget(self.form_title)

        self.form_state = QLabel(OperatorsSection)
        self.form_state.setObjectName(u"form_state")
        self.form_state.setProperty(u"role", u"caption")
        self.form_state.setWordWrap(True)

        self.right.addWidget(self.form_state)

        self.scroll = QScrollArea(OperatorsSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(6)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 12, 0)
        self.full_name = FormRow(self.page)
        self.full_name.setObjectName(u"full_name")

        self.column.addWidget(self.full_name)

        self.username = FormRow(self.page)
        self.username.setObjectName(u"username")

        self.column.addWidget(self.username)

        self.roles = FormRow(self.page)
        self.roles.setObjectName(u"roles")

        self.column.addWidget(self.roles)

        self.password = FormRow(self.page)
        self.password.setObjectName(u"password")

        self.column.addWidget(self.password)

        self.again = FormRow(self.page)
        self.again.setObjectName(u"again")

        self.column.addWidget(self.again)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space_2)

        self.scroll.setWidget(self.page)

        self.right.addWidget(self.scroll)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.retire = Button(OperatorsSection)
        self.retire.setObjectName(u"retire")

        self.buttons.addWidget(self.retire)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space_3)

        self.save = Button(OperatorsSection)
        self.save.setObjectName(u"save")

        self.buttons.addWidget(self.save)


        self.right.addLayout(self.buttons)

        self.right.setStretch(2, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 1)

        self.retranslateUi(OperatorsSection)

        QMetaObject.connectSlotsByName(OperatorsSection)
    # setupUi

    def retranslateUi(self, OperatorsSection):
        pass
    # retranslateUi

