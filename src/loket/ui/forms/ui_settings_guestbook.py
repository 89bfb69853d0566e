# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_guestbook.ui'
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

from loket.ui.widgets import (Button, Segmented)

class Ui_GuestbookSection(object):
    def setupUi(self, GuestbookSection):
        if not GuestbookSection.objectName():
            GuestbookSection.setObjectName(u"GuestbookSection")
        self.outer = QHBoxLayout(GuestbookSection)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.viewLine = QHBoxLayout()
        self.viewLine.setObjectName(u"viewLine")
        self.views = Segmented(GuestbookSection)
        self.views.setObjectName(u"views")

        self.viewLine.addWidget(self.views)

        self.viewSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.viewLine.addItem(self.viewSpace)

        self.viewLine.setStretch(1, 1)

        self.left.addLayout(self.viewLine)

        self.lists = QStackedWidget(GuestbookSection)
        self.lists.setObjectName(u"lists")

        self.left.addWidget(self.lists)

        self.listButtons = QHBoxLayout()
        self.listButtons.setObjectName(u"listButtons")
        self.add = Button(GuestbookSection)
        self.add.setObjectName(u"add")

        self.listButtons.addWidget(self.add)

        self.listSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.listButtons.addItem(self.listSpace)

        self.listButtons.setStretch(1, 1)

        self.left.addLayout(self.listButtons)

        self.left.setStretch(1, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.form_title = QLabel(GuestbookSection)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setTextFormat(Qt.TextFormat.PlainText)
        self.form_title.setWordWrap(True)
        self.form_title.setProperty(u"role", u"heading")

        self.right.addWidget(self.form_title)

        self.form_state = QLabel(GuestbookSection)
        self.form_state.setObjectName(u"form_state")
        self.form_state.setTextFormat(Qt.TextFormat.PlainText)
        self.form_state.setWordWrap(True)
        self.form_state.setProperty(u"role", u"caption")

        self.right.addWidget(self.form_state)

        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self.fields.setObjectName(u"fields")

        self.right.addLayout(self.fields)

        self.formSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.right.addItem(self.formSpace)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.buttonSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonSpace)

        self.save = Button(GuestbookSection)
        self.save.setObjectName(u"save")

        self.buttons.addWidget(self.save)

        self.buttons.setStretch(0, 1)

        self.right.addLayout(self.buttons)

        self.right.setStretch(3, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 1)

        self.retranslateUi(GuestbookSection)

        QMetaObject.connectSlotsByName(GuestbookSection)
    # setupUi

    def retranslateUi(self, GuestbookSection):
        pass
    # retranslateUi

