# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'members.ui'
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
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from loket.ui.pages.settings_parts import (Choice, YesNo)
from loket.ui.widgets import (Banner, PageHeader, ScanBox, Table)

class Ui_MembersPage(object):
    def setupUi(self, MembersPage):
        if not MembersPage.objectName():
            MembersPage.setObjectName(u"MembersPage")
        self.outer = QVBoxLayout(MembersPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 16, 16, 12)
        self.header = PageHeader(MembersPage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.stack = QStackedWidget(MembersPage)
        self.stack.setObjectName(u"stack")
        self.listPage = QWidget()
        self.listPage.setObjectName(u"listPage")
        self.listColumn = QVBoxLayout(self.listPage)
        self.listColumn.setSpacing(8)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.search = ScanBox(self.listPage)
        self.search.setObjectName(u"search")

        self.listColumn.addWidget(self.search)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(10)
        self.filters.setObjectName(u"filters")
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.filtersStart = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.filtersStart)

        self.state = Choice(self.listPage)
        self.state.setObjectName(u"state")

        self.filters.addWidget(self.state)

        self.memberType = Choice(self.listPage)
        self.memberType.setObjectName(u"memberType")

        self.filters.addWidget(self.memberType)

        self.school = Choice(self.listPage)
        self.school.setObjectName(u"school")

        self.filters.addWidget(self.school)

        self.schoolClass = Choice(self.listPage)
        self.schoolClass.setObjectName(u"schoolClass")

        self.filters.addWidget(self.schoolClass)

        self.expiring = YesNo(self.listPage)
        self.expiring.setObjectName(u"expiring")

        self.filters.addWidget(self.expiring)

        self.unprinted = YesNo(self.listPage)
        self.unprinted.setObjectName(u"unprinted")

        self.filters.addWidget(self.unprinted)

        self.faceless = YesNo(self.listPage)
        self.faceless.setObjectName(u"faceless")

        self.filters.addWidget(self.faceless)

        self.filters.setStretch(1, 3)
        self.filters.setStretch(2, 3)
        self.filters.setStretch(3, 4)
        self.filters.setStretch(4, 3)

        self.listColumn.addLayout(self.filters)

        self.foundRow = QHBoxLayout()
        self.foundRow.setSpacing(8)
        self.foundRow.setObjectName(u"foundRow")
        self.foundRow.setContentsMargins(0, 0, 0, 0)
        self.foundLabel = QLabel(self.listPage)
        self.foundLabel.setObjectName(u"foundLabel")
        self.foundLabel.setProperty(u"role", u"secondary")
        self.foundLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.foundRow.addWidget(self.foundLabel)

        self.foundEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foundRow.addItem(self.foundEnd)


        self.listColumn.addLayout(self.foundRow)

        self.lists = QStackedWidget(self.listPage)
        self.lists.setObjectName(u"lists")
        self.members = Table()
        self.members.setObjectName(u"members")
        self.lists.addWidget(self.members)
        self.applicants = Table()
        self.applicants.setObjectName(u"applicants")
        self.lists.addWidget(self.applicants)

        self.listColumn.addWidget(self.lists)

        self.listColumn.setStretch(3, 1)
        self.stack.addWidget(self.listPage)

        self.outer.addWidget(self.stack)

        self.footer = QWidget(MembersPage)
        self.footer.setObjectName(u"footer")
        self.actions = QHBoxLayout(self.footer)
        self.actions.setSpacing(12)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.banner = Banner(self.footer)
        self.banner.setObjectName(u"banner")

        self.actions.addWidget(self.banner)

        self.actions.setStretch(0, 1)

        self.outer.addWidget(self.footer)

        self.outer.setStretch(1, 1)

        self.retranslateUi(MembersPage)

        QMetaObject.connectSlotsByName(MembersPage)
    # setupUi

    def retranslateUi(self, MembersPage):
        pass
    # retranslateUi

