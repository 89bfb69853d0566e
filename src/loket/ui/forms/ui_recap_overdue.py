# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recap_overdue.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout,
    QWidget)

from loket.ui.pages.settings_parts import (Choice, YesNo)
from loket.ui.widgets import (Busy, ElidedLabel, EmptyState, Segmented,
    Table, WrapRow)

class Ui_OverdueView(object):
    def setupUi(self, OverdueView):
        if not OverdueView.objectName():
            OverdueView.setObjectName(u"OverdueView")
        self.outer = QHBoxLayout(OverdueView)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(10)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.top.setContentsMargins(0, 0, 0, 0)
        self.which = Segmented(OverdueView)
        self.which.setObjectName(u"which")

        self.top.addWidget(self.which)

        self.search = QLineEdit(OverdueView)
        self.search.setObjectName(u"search")

        self.top.addWidget(self.search)

        self.top.setStretch(1, 1)

        self.left.addLayout(self.top)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.memberType = Choice(OverdueView)
        self.memberType.setObjectName(u"memberType")

        self.filters.addWidget(self.memberType)

        self.schoolClass = Choice(OverdueView)
        self.schoolClass.setObjectName(u"schoolClass")

        self.filters.addWidget(self.schoolClass)

        self.institution = Choice(OverdueView)
        self.institution.setObjectName(u"institution")

        self.filters.addWidget(self.institution)

        self.district = Choice(OverdueView)
        self.district.setObjectName(u"district")

        self.filters.addWidget(self.district)

        self.days = Choice(OverdueView)
        self.days.setObjectName(u"days")

        self.filters.addWidget(self.days)

        self.filters.setStretch(0, 8)
        self.filters.setStretch(1, 8)
        self.filters.setStretch(2, 9)
        self.filters.setStretch(3, 11)
        self.filters.setStretch(4, 12)

        self.left.addLayout(self.filters)

        self.counted = QHBoxLayout()
        self.counted.setSpacing(12)
        self.counted.setObjectName(u"counted")
        self.counted.setContentsMargins(0, 0, 0, 0)
        self.summary = QLabel(OverdueView)
        self.summary.setObjectName(u"summary")
        self.summary.setProperty(u"role", u"secondary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)

        self.counted.addWidget(self.summary)

        self.onlyDue = YesNo(OverdueView)
        self.onlyDue.setObjectName(u"onlyDue")

        self.counted.addWidget(self.onlyDue)

        self.counted.setStretch(0, 1)

        self.left.addLayout(self.counted)

        self.busy = Busy(OverdueView)
        self.busy.setObjectName(u"busy")

        self.left.addWidget(self.busy)

        self.list = Table(OverdueView)
        self.list.setObjectName(u"list")

        self.left.addWidget(self.list)

        self.listActions = WrapRow(OverdueView)
        self.listActions.setObjectName(u"listActions")

        self.left.addWidget(self.listActions)

        self.left.setStretch(4, 1)

        self.outer.addLayout(self.left)

        self.aside = QStackedWidget(OverdueView)
        self.aside.setObjectName(u"aside")
        self.panel = QWidget()
        self.panel.setObjectName(u"panel")
        self.panelLayout = QVBoxLayout(self.panel)
        self.panelLayout.setSpacing(8)
        self.panelLayout.setObjectName(u"panelLayout")
        self.panelLayout.setContentsMargins(16, 0, 0, 0)
        self.name = ElidedLabel(self.panel)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"title")

        self.panelLayout.addWidget(self.name)

        self.detail = ElidedLabel(self.panel)
        self.detail.setObjectName(u"detail")
        self.detail.setProperty(u"role", u"secondary")

        self.panelLayout.addWidget(self.detail)

        self.contact = ElidedLabel(self.panel)
        self.contact.setObjectName(u"contact")
        self.contact.setProperty(u"role", u"body")

        self.panelLayout.addWidget(self.contact)

        self.books = Table(self.panel)
        self.books.setObjectName(u"books")

        self.panelLayout.addWidget(self.books)

        self.actions = WrapRow(self.panel)
        self.actions.setObjectName(u"actions")

        self.panelLayout.addWidget(self.actions)

        self.historyHeading = QLabel(self.panel)
        self.historyHeading.setObjectName(u"historyHeading")
        self.historyHeading.setProperty(u"role", u"caption")
        self.historyHeading.setTextFormat(Qt.TextFormat.PlainText)

        self.panelLayout.addWidget(self.historyHeading)

        self.history = Table(self.panel)
        self.history.setObjectName(u"history")

        self.panelLayout.addWidget(self.history)

        self.historyActions = WrapRow(self.panel)
        self.historyActions.setObjectName(u"historyActions")

        self.panelLayout.addWidget(self.historyActions)

        self.panelLayout.setStretch(3, 3)
        self.panelLayout.setStretch(6, 2)
        self.aside.addWidget(self.panel)
        self.nobody = EmptyState()
        self.nobody.setObjectName(u"nobody")
        self.aside.addWidget(self.nobody)

        self.outer.addWidget(self.aside)

        self.outer.setStretch(0, 17)
        self.outer.setStretch(1, 12)

        self.retranslateUi(OverdueView)

        QMetaObject.connectSlotsByName(OverdueView)
    # setupUi

    def retranslateUi(self, OverdueView):
        pass
    # retranslateUi

