# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_closed_days.ui'
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
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from loket.ui.pages.settings_calendar import YearCalendar
from loket.ui.widgets import (Button, FormRow, Table)

class Ui_ClosedDaysSection(object):
    def setupUi(self, ClosedDaysSection):
        if not ClosedDaysSection.objectName():
            ClosedDaysSection.setObjectName(u"ClosedDaysSection")
        self.outer = QVBoxLayout(ClosedDaysSection)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.weekly = FormRow(ClosedDaysSection)
        self.weekly.setObjectName(u"weekly")

        self.top.addWidget(self.weekly)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.space_1)

        self.national = Button(ClosedDaysSection)
        self.national.setObjectName(u"national")

        self.top.addWidget(self.national)

        self.import_file = Button(ClosedDaysSection)
        self.import_file.setObjectName(u"import_file")

        self.top.addWidget(self.import_file)


        self.outer.addLayout(self.top)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(24)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.year_bar = QHBoxLayout()
        self.year_bar.setSpacing(8)
        self.year_bar.setObjectName(u"year_bar")
        self.year_bar.setContentsMargins(0, 0, 0, 0)
        self.earlier = Button(ClosedDaysSection)
        self.earlier.setObjectName(u"earlier")

        self.year_bar.addWidget(self.earlier)

        self.year = QLabel(ClosedDaysSection)
        self.year.setObjectName(u"year")
        self.year.setProperty(u"role", u"heading")

        self.year_bar.addWidget(self.year)

        self.later = Button(ClosedDaysSection)
        self.later.setObjectName(u"later")

        self.year_bar.addWidget(self.later)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.year_bar.addItem(self.space_2)

        self.count = QLabel(ClosedDaysSection)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"secondary")

        self.year_bar.addWidget(self.count)


        self.left.addLayout(self.year_bar)

        self.days = Table(ClosedDaysSection)
        self.days.setObjectName(u"days")

        self.left.addWidget(self.days)

        self.left_buttons = QHBoxLayout()
        self.left_buttons.setSpacing(8)
        self.left_buttons.setObjectName(u"left_buttons")
        self.left_buttons.setContentsMargins(0, 0, 0, 0)
        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.left_buttons.addItem(self.space_3)

        self.withdraw = Button(ClosedDaysSection)
        self.withdraw.setObjectName(u"withdraw")

        self.left_buttons.addWidget(self.withdraw)


        self.left.addLayout(self.left_buttons)

        self.left.setStretch(1, 1)

        self.middle.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.calendar = YearCalendar(ClosedDaysSection)
        self.calendar.setObjectName(u"calendar")

        self.right.addWidget(self.calendar)

        self.adding = QFrame(ClosedDaysSection)
        self.adding.setObjectName(u"adding")
        self.adding.setProperty(u"role", u"card")
        self.adding_column = QVBoxLayout(self.adding)
        self.adding_column.setSpacing(4)
        self.adding_column.setObjectName(u"adding_column")
        self.adding_column.setContentsMargins(16, 10, 16, 4)
        self.adding_days = QHBoxLayout()
        self.adding_days.setSpacing(12)
        self.adding_days.setObjectName(u"adding_days")
        self.adding_days.setContentsMargins(0, 0, 0, 0)
        self.first = FormRow(self.adding)
        self.first.setObjectName(u"first")

        self.adding_days.addWidget(self.first)

        self.last = FormRow(self.adding)
        self.last.setObjectName(u"last")

        self.adding_days.addWidget(self.last)

        self.kind = FormRow(self.adding)
        self.kind.setObjectName(u"kind")

        self.adding_days.addWidget(self.kind)


        self.adding_column.addLayout(self.adding_days)

        self.adding_name = QHBoxLayout()
        self.adding_name.setSpacing(12)
        self.adding_name.setObjectName(u"adding_name")
        self.adding_name.setContentsMargins(0, 0, 0, 0)
        self.name = FormRow(self.adding)
        self.name.setObjectName(u"name")

        self.adding_name.addWidget(self.name)

        self.add = Button(self.adding)
        self.add.setObjectName(u"add")

        self.adding_name.addWidget(self.add)

        self.adding_name.setStretch(0, 1)

        self.adding_column.addLayout(self.adding_name)


        self.right.addWidget(self.adding)

        self.right.setStretch(0, 1)

        self.middle.addLayout(self.right)

        self.middle.setStretch(0, 1)
        self.middle.setStretch(1, 1)

        self.outer.addLayout(self.middle)

        self.outer.setStretch(1, 1)

        self.retranslateUi(ClosedDaysSection)

        QMetaObject.connectSlotsByName(ClosedDaysSection)
    # setupUi

    def retranslateUi(self, ClosedDaysSection):
        pass
    # retranslateUi

