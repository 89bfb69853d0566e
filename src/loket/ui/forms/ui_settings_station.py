# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_station.ui'
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
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from loket.ui.widgets import (Button, FormRow)

class Ui_StationSection(object):
    def setupUi(self, StationSection):
        if not StationSection.objectName():
            StationSection.setObjectName(u"StationSection")
        self.outer = QVBoxLayout(StationSection)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(StationSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.columns = QHBoxLayout(self.page)
        self.columns.setSpacing(40)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 12, 0)
        self.library_column = QVBoxLayout()
        self.library_column.setSpacing(4)
        self.library_column.setObjectName(u"library_column")
        self.library_column.setContentsMargins(0, 0, 0, 0)
        self.library_title = QLabel(self.page)
        self.library_title.setObjectName(u"library_title")
        self.library_title.setProperty(u"role", u"heading")

        self.library_column.addWidget(self.library_title)

        self.name = FormRow(self.page)
        self.name.setObjectName(u"name")

        self.library_column.addWidget(self.name)

        self.code = FormRow(self.page)
        self.code.setObjectName(u"code")

        self.library_column.addWidget(self.code)

        self.address = FormRow(self.page)
        self.address.setObjectName(u"address")

        self.library_column.addWidget(self.address)

        self.phone = FormRow(self.page)
        self.phone.setObjectName(u"phone")

        self.library_column.addWidget(self.phone)

        self.utc_offset_min = FormRow(self.page)
        self.utc_offset_min.setObjectName(u"utc_offset_min")

        self.library_column.addWidget(self.utc_offset_min)

        self.head_name = FormRow(self.page)
        self.head_name.setObjectName(u"head_name")

        self.library_column.addWidget(self.head_name)

        self.head_nip = FormRow(self.page)
        self.head_nip.setObjectName(u"head_nip")

        self.library_column.addWidget(self.head_nip)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.library_column.addItem(self.space_1)


        self.columns.addLayout(self.library_column)

        self.station_column = QVBoxLayout()
        self.station_column.setSpacing(4)
        self.station_column.setObjectName(u"station_column")
        self.station_column.setContentsMargins(0, 0, 0, 0)
        self.station_title = QLabel(self.page)
        self.station_title.setObjectName(u"station_title")
        self.station_title.setProperty(u"role", u"heading")

        self.station_column.addWidget(self.station_title)

        self.station_name = FormRow(self.page)
        self.station_name.setObjectName(u"station_name")

        self.station_column.addWidget(self.station_name)

        self.station_code = FormRow(self.page)
        self.station_code.setObjectName(u"station_code")

        self.station_column.addWidget(self.station_code)

        self.profile = FormRow(self.page)
        self.profile.setObjectName(u"profile")

        self.station_column.addWidget(self.profile)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.station_column.addItem(self.space_2)


        self.columns.addLayout(self.station_column)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
        self.scroll.setWidget(self.page)

        self.outer.addWidget(self.scroll)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.space_3)

        self.save = Button(StationSection)
        self.save.setObjectName(u"save")

        self.bar.addWidget(self.save)


        self.outer.addLayout(self.bar)

        self.outer.setStretch(0, 1)

        self.retranslateUi(StationSection)

        QMetaObject.connectSlotsByName(StationSection)
    # setupUi

    def retranslateUi(self, StationSection):
        pass
    # retranslateUi

