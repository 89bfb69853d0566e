# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'assistant.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QFrame, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.pages.assistant_parts import StepList
from loket.ui.pages.settings_calendar import YearCalendar
from loket.ui.pages.settings_parts import KeyGrid
from loket.ui.widgets import (Banner, Busy, Button, FormRow,
    KeyHint, Segmented)

class Ui_AssistantWindow(object):
    def setupUi(self, AssistantWindow):
        if not AssistantWindow.objectName():
            AssistantWindow.setObjectName(u"AssistantWindow")
        self.outer = QHBoxLayout(AssistantWindow)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.side = QFrame(AssistantWindow)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"role", u"inset")
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setSpacing(16)
        self.side_column.setObjectName(u"side_column")
        self.side_column.setContentsMargins(24, 28, 24, 24)
        self.brand = QLabel(self.side)
        self.brand.setObjectName(u"brand")
        self.brand.setProperty(u"role", u"title")

        self.side_column.addWidget(self.brand)

        self.purpose = QLabel(self.side)
        self.purpose.setObjectName(u"purpose")
        self.purpose.setProperty(u"role", u"secondary")
        self.purpose.setWordWrap(True)

        self.side_column.addWidget(self.purpose)

        self.steps = StepList(self.side)
        self.steps.setObjectName(u"steps")

        self.side_column.addWidget(self.steps)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.side_column.addItem(self.space_1)

        self.language = Segmented(self.side)
        self.language.setObjectName(u"language")

        self.side_column.addWidget(self.language)


        self.outer.addWidget(self.side)

        self.pane = QWidget(AssistantWindow)
        self.pane.setObjectName(u"pane")
        self.right = QVBoxLayout(self.pane)
        self.right.setSpacing(10)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(40, 32, 40, 24)
        self.title = QLabel(self.pane)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.right.addWidget(self.title)

        self.about = QLabel(self.pane)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"secondary")
        self.about.setWordWrap(True)

        self.right.addWidget(self.about)

        self.banner = Banner(self.pane)
        self.banner.setObjectName(u"banner")

        self.right.addWidget(self.banner)

        self.stack = QStackedWidget(self.pane)
        self.stack.setObjectName(u"stack")
        self.library_page = QWidget()
        self.library_page.setObjectName(u"library_page")
        self.library_page_column = QVBoxLayout(self.library_page)
        self.library_page_column.setSpacing(4)
        self.library_page_column.setObjectName(u"library_page_column")
        self.library_page_column.setContentsMargins(0, 0, 0, 0)
        self.library_name = FormRow(self.library_page)
        self.library_name.setObjectName(u"library_name")

        self.library_page_column.addWidget(self.library_name)

        self.library_code = FormRow(self.library_page)
        self.library_code.setObjectName(u"library_code")

        self.library_page_column.addWidget(self.library_code)

        self.address = FormRow(self.library_page)
        self.address.setObjectName(u"address")

        self.library_page_column.addWidget(self.address)

        self.phone = FormRow(self.library_page)
        self.phone.setObjectName(u"phone")

        self.library_page_column.addWidget(self.phone)

        self.utc_offset_min = FormRow(self.library_page)
        self.utc_offset_min.setObjectName(u"utc_offset_min")

        self.library_page_column.addWidget(self.utc_offset_min)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.library_page_column.addItem(self.space_2)

        self.stack.addWidget(self.library_page)
        self.station_page = QWidget()
        self.station_page.setObjectName(u"station_page")
        self.station_page_column = QVBoxLayout(self.station_page)
        self.station_page_column.setSpacing(4)
        self.station_page_column.setObjectName(u"station_page_column")
        self.station_page_column.setContentsMargins(0, 0, 0, 0)
        self.station_name = FormRow(self.station_page)
        self.station_name.setObjectName(u"station_name")

        self.station_page_column.addWidget(self.station_name)

        self.station_code = FormRow(self.station_page)
        self.station_code.setObjectName(u"station_code")

        self.station_page_column.addWidget(self.station_code)

        self.profile = FormRow(self.station_page)
        self.profile.setObjectName(u"profile")

        self.station_page_column.addWidget(self.profile)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.station_page_column.addItem(self.space_3)

        self.stack.addWidget(self.station_page)
        self.closed_page = QWidget()
        self.closed_page.setObjectName(u"closed_page")
        self.closed_page_column = QVBoxLayout(self.closed_page)
        self.closed_page_column.setSpacing(4)
        self.closed_page_column.setObjectName(u"closed_page_column")
        self.closed_page_column.setContentsMargins(0, 0, 0, 0)
        self.weekly = FormRow(self.closed_page)
        self.weekly.setObjectName(u"weekly")

        self.closed_page_column.addWidget(self.weekly)

        self.national_title = QLabel(self.closed_page)
        self.national_title.setObjectName(u"national_title")

        self.closed_page_column.addWidget(self.national_title)

        self.this_year = QCheckBox(self.closed_page)
        self.this_year.setObjectName(u"this_year")

        self.closed_page_column.addWidget(self.this_year)

        self.next_year = QCheckBox(self.closed_page)
        self.next_year.setObjectName(u"next_year")

        self.closed_page_column.addWidget(self.next_year)

        self.calendar = YearCalendar(self.closed_page)
        self.calendar.setObjectName(u"calendar")

        self.closed_page_column.addWidget(self.calendar)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.closed_page_column.addItem(self.space_4)

        self.stack.addWidget(self.closed_page)
        self.admin_page = QWidget()
        self.admin_page.setObjectName(u"admin_page")
        self.admin_page_column = QVBoxLayout(self.admin_page)
        self.admin_page_column.setSpacing(4)
        self.admin_page_column.setObjectName(u"admin_page_column")
        self.admin_page_column.setContentsMargins(0, 0, 0, 0)
        self.admin_name = FormRow(self.admin_page)
        self.admin_name.setObjectName(u"admin_name")

        self.admin_page_column.addWidget(self.admin_name)

        self.admin_username = FormRow(self.admin_page)
        self.admin_username.setObjectName(u"admin_username")

        self.admin_page_column.addWidget(self.admin_username)

        self.admin_password = FormRow(self.admin_page)
        self.admin_password.setObjectName(u"admin_password")

        self.admin_page_column.addWidget(self.admin_password)

        self.again = FormRow(self.admin_page)
        self.again.setObjectName(u"again")

        self.admin_page_column.addWidget(self.again)

        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.admin_page_column.addItem(self.space_5)

        self.stack.addWidget(self.admin_page)
        self.key_page = QWidget()
        self.key_page.setObjectName(u"key_page")
        self.key_page_column = QVBoxLayout(self.key_page)
        self.key_page_column.setSpacing(14)
        self.key_page_column.setObjectName(u"key_page_column")
        self.key_page_column.setContentsMargins(0, 0, 0, 0)
        self.key = KeyGrid(self.key_page)
        self.key.setObjectName(u"key")

        self.key_page_column.addWidget(self.key)

        self.key_about = QLabel(self.key_page)
        self.key_about.setObjectName(u"key_about")
        self.key_about.setProperty(u"role", u"body")
        self.key_about.setWordWrap(True)

        self.key_page_column.addWidget(self.key_about)

        self.key_buttons = QHBoxLayout()
        self.key_buttons.setSpacing(12)
        self.key_buttons.setObjectName(u"key_buttons")
        self.key_buttons.setContentsMargins(0, 0, 0, 0)
        self.save_key = Button(self.key_page)
        self.save_key.setObjectName(u"save_key")

        self.key_buttons.addWidget(self.save_key)

        self.saved = QLabel(self.key_page)
        self.saved.setObjectName(u"saved")
        self.saved.setProperty(u"role", u"secondary")

        self.key_buttons.addWidget(self.saved)

        self.space_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.key_buttons.addItem(self.space_6)


        self.key_page_column.addLayout(self.key_buttons)

        self.noted = FormRow(self.key_page)
        self.noted.setObjectName(u"noted")

        self.key_page_column.addWidget(self.noted)

        self.space_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.key_page_column.addItem(self.space_7)

        self.stack.addWidget(self.key_page)

        self.right.addWidget(self.stack)

        self.busy = Busy(self.pane)
        self.busy.setObjectName(u"busy")

        self.right.addWidget(self.busy)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.back = Button(self.pane)
        self.back.setObjectName(u"back")

        self.buttons.addWidget(self.back)

        self.hint = KeyHint(self.pane)
        self.hint.setObjectName(u"hint")

        self.buttons.addWidget(self.hint)

        self.space_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space_8)

        self.next = Button(self.pane)
        self.next.setObjectName(u"next")

        self.buttons.addWidget(self.next)


        self.right.addLayout(self.buttons)

        self.right.setStretch(3, 1)

        self.outer.addWidget(self.pane)

        self.space_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.space_9)

        self.outer.setStretch(1, 1)

        self.retranslateUi(AssistantWindow)

        QMetaObject.connectSlotsByName(AssistantWindow)
    # setupUi

    def retranslateUi(self, AssistantWindow):
        pass
    # retranslateUi

