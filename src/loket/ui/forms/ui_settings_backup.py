# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_backup.ui'
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

from loket.ui.widgets import (Busy, Button, FormRow, HLine,
    IconLabel)

class Ui_BackupSection(object):
    def setupUi(self, BackupSection):
        if not BackupSection.objectName():
            BackupSection.setObjectName(u"BackupSection")
        self.outer = QVBoxLayout(BackupSection)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(BackupSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 12, 0)
        self.state = QFrame(self.page)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"card")
        self.state_row = QHBoxLayout(self.state)
        self.state_row.setSpacing(12)
        self.state_row.setObjectName(u"state_row")
        self.state_row.setContentsMargins(16, 12, 16, 12)
        self.state_icon = IconLabel(self.state)
        self.state_icon.setObjectName(u"state_icon")

        self.state_row.addWidget(self.state_icon)

        self.state_words = QVBoxLayout()
        self.state_words.setSpacing(2)
        self.state_words.setObjectName(u"state_words")
        self.state_words.setContentsMargins(0, 0, 0, 0)
        self.state_text = QLabel(self.state)
        self.state_text.setObjectName(u"state_text")
        self.state_text.setProperty(u"role", u"heading")
        self.state_text.setWordWrap(True)

        self.state_words.addWidget(self.state_text)

        self.state_place = QLabel(self.state)
        self.state_place.setObjectName(u"state_place")
        self.state_place.setProperty(u"role", u"secondary")
        self.state_place.setWordWrap(True)

        self.state_words.addWidget(self.state_place)


        self.state_row.addLayout(self.state_words)

        self.back_up = Button(self.state)
        self.back_up.setObjectName(u"back_up")

        self.state_row.addWidget(self.back_up)

        self.state_row.setStretch(1, 1)

        self.column.addWidget(self.state)

        self.busy = Busy(self.page)
        self.busy.setObjectName(u"busy")

        self.column.addWidget(self.busy)

        self.folder_line = QHBoxLayout()
        self.folder_line.setSpacing(8)
        self.folder_line.setObjectName(u"folder_line")
        self.folder_line.setContentsMargins(0, 0, 0, 0)
        self.folder = FormRow(self.page)
        self.folder.setObjectName(u"folder")

        self.folder_line.addWidget(self.folder)

        self.choose_folder = Button(self.page)
        self.choose_folder.setObjectName(u"choose_folder")

        self.folder_line.addWidget(self.choose_folder)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.folder_line.addItem(self.space_1)

        self.folder_line.setStretch(0, 1)

        self.column.addLayout(self.folder_line)

        self.mirror_line = QHBoxLayout()
        self.mirror_line.setSpacing(8)
        self.mirror_line.setObjectName(u"mirror_line")
        self.mirror_line.setContentsMargins(0, 0, 0, 0)
        self.mirror = FormRow(self.page)
        self.mirror.setObjectName(u"mirror")

        self.mirror_line.addWidget(self.mirror)

        self.choose_mirror = Button(self.page)
        self.choose_mirror.setObjectName(u"choose_mirror")

        self.mirror_line.addWidget(self.choose_mirror)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.mirror_line.addItem(self.space_2)

        self.mirror_line.setStretch(0, 1)

        self.column.addLayout(self.mirror_line)

        self.line = HLine(self.page)
        self.line.setObjectName(u"line")

        self.column.addWidget(self.line)

        self.key_title = QLabel(self.page)
        self.key_title.setObjectName(u"key_title")
        self.key_title.setProperty(u"role", u"heading")

        self.column.addWidget(self.key_title)

        self.key_about = QLabel(self.page)
        self.key_about.setObjectName(u"key_about")
        self.key_about.setProperty(u"role", u"body")
        self.key_about.setWordWrap(True)

        self.column.addWidget(self.key_about)

        self.key_buttons = QHBoxLayout()
        self.key_buttons.setSpacing(8)
        self.key_buttons.setObjectName(u"key_buttons")
        self.key_buttons.setContentsMargins(0, 0, 0, 0)
        self.show_key = Button(self.page)
        self.show_key.setObjectName(u"show_key")

        self.key_buttons.addWidget(self.show_key)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.key_buttons.addItem(self.space_3)


        self.column.addLayout(self.key_buttons)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space_4)

        self.scroll.setWidget(self.page)

        self.outer.addWidget(self.scroll)


        self.retranslateUi(BackupSection)

        QMetaObject.connectSlotsByName(BackupSection)
    # setupUi

    def retranslateUi(self, BackupSection):
        pass
    # retranslateUi

