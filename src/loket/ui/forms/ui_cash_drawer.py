# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cash_drawer.ui'
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
    QLabel, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.pages.cash_close import CountView
from loket.ui.widgets import (Card, ElidedLabel, FormRow, IconLabel,
    Table)

class Ui_CashDrawerView(object):
    def setupUi(self, CashDrawerView):
        if not CashDrawerView.objectName():
            CashDrawerView.setObjectName(u"CashDrawerView")
        self.outer = QHBoxLayout(CashDrawerView)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.drawer = Card(CashDrawerView)
        self.drawer.setObjectName(u"drawer")
        self.drawerColumn = QVBoxLayout(self.drawer)
        self.drawerColumn.setSpacing(8)
        self.drawerColumn.setObjectName(u"drawerColumn")
        self.drawerColumn.setContentsMargins(16, 12, 16, 12)
        self.stateLine = QHBoxLayout()
        self.stateLine.setSpacing(10)
        self.stateLine.setObjectName(u"stateLine")
        self.stateIcon = IconLabel(self.drawer)
        self.stateIcon.setObjectName(u"stateIcon")

        self.stateLine.addWidget(self.stateIcon)

        self.state = QLabel(self.drawer)
        self.state.setObjectName(u"state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.state.setProperty(u"role", u"heading")

        self.stateLine.addWidget(self.state)

        self.stateLine.setStretch(1, 1)

        self.drawerColumn.addLayout(self.stateLine)

        self.about = QLabel(self.drawer)
        self.about.setObjectName(u"about")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setProperty(u"role", u"secondary")

        self.drawerColumn.addWidget(self.about)

        self.figures = QGridLayout()
        self.figures.setObjectName(u"figures")
        self.figures.setHorizontalSpacing(12)
        self.figures.setVerticalSpacing(4)

        self.drawerColumn.addLayout(self.figures)

        self.float_row = FormRow(self.drawer)
        self.float_row.setObjectName(u"float_row")

        self.drawerColumn.addWidget(self.float_row)

        self.gap = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.drawerColumn.addItem(self.gap)

        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")

        self.drawerColumn.addLayout(self.buttons)


        self.outer.addWidget(self.drawer)

        self.stack = QStackedWidget(CashDrawerView)
        self.stack.setObjectName(u"stack")
        self.daysPage = QWidget()
        self.daysPage.setObjectName(u"daysPage")
        self.daysColumn = QVBoxLayout(self.daysPage)
        self.daysColumn.setSpacing(8)
        self.daysColumn.setObjectName(u"daysColumn")
        self.daysColumn.setContentsMargins(0, 0, 0, 0)
        self.headLine = QHBoxLayout()
        self.headLine.setSpacing(12)
        self.headLine.setObjectName(u"headLine")
        self.heading = ElidedLabel(self.daysPage)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"role", u"heading")

        self.headLine.addWidget(self.heading)

        self.sums = QLabel(self.daysPage)
        self.sums.setObjectName(u"sums")
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.sums.setProperty(u"role", u"secondary")

        self.headLine.addWidget(self.sums)

        self.headLine.setStretch(0, 1)

        self.daysColumn.addLayout(self.headLine)

        self.shifts = Table(self.daysPage)
        self.shifts.setObjectName(u"shifts")

        self.daysColumn.addWidget(self.shifts)

        self.dayButtons = QHBoxLayout()
        self.dayButtons.setSpacing(8)
        self.dayButtons.setObjectName(u"dayButtons")

        self.daysColumn.addLayout(self.dayButtons)

        self.daysColumn.setStretch(1, 1)
        self.stack.addWidget(self.daysPage)
        self.count = CountView()
        self.count.setObjectName(u"count")
        self.stack.addWidget(self.count)

        self.outer.addWidget(self.stack)

        self.outer.setStretch(1, 1)

        self.retranslateUi(CashDrawerView)

        QMetaObject.connectSlotsByName(CashDrawerView)
    # setupUi

    def retranslateUi(self, CashDrawerView):
        pass
    # retranslateUi

