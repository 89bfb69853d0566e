# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recap_closing.ui'
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
    QHeaderView, QLabel, QScrollArea, QSizePolicy,
    QVBoxLayout, QWidget)

from loket.ui.widgets import (Button, ElidedLabel, Table, WrapRow)

class Ui_ClosingSection(object):
    def setupUi(self, ClosingSection):
        if not ClosingSection.objectName():
            ClosingSection.setObjectName(u"ClosingSection")
        self.outer = QHBoxLayout(ClosingSection)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QWidget(ClosingSection)
        self.left.setObjectName(u"left")
        self.left_layout = QVBoxLayout(self.left)
        self.left_layout.setSpacing(6)
        self.left_layout.setObjectName(u"left_layout")
        self.left_layout.setContentsMargins(0, 0, 0, 0)
        self.checks_title = QLabel(self.left)
        self.checks_title.setObjectName(u"checks_title")
        self.checks_title.setProperty(u"role", u"heading")
        self.checks_title.setTextFormat(Qt.TextFormat.PlainText)
        self.checks_title.setWordWrap(True)

        self.left_layout.addWidget(self.checks_title)

        self.checks_state = QLabel(self.left)
        self.checks_state.setObjectName(u"checks_state")
        self.checks_state.setProperty(u"role", u"caption")
        self.checks_state.setTextFormat(Qt.TextFormat.PlainText)
        self.checks_state.setWordWrap(True)

        self.left_layout.addWidget(self.checks_state)

        self.checks_area = QScrollArea(self.left)
        self.checks_area.setObjectName(u"checks_area")
        self.checks_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.checks_area.setFrameShape(QFrame.Shape.NoFrame)
        self.checks_area.setWidgetResizable(True)
        self.checks_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.checks = QWidget()
        self.checks.setObjectName(u"checks")
        self.checks.setProperty(u"role", u"page")
        self.checks_layout = QVBoxLayout(self.checks)
        self.checks_layout.setSpacing(0)
        self.checks_layout.setObjectName(u"checks_layout")
        self.checks_layout.setContentsMargins(0, 0, 0, 0)
        self.checks_area.setWidget(self.checks)

        self.left_layout.addWidget(self.checks_area)

        self.days_title = QLabel(self.left)
        self.days_title.setObjectName(u"days_title")
        self.days_title.setProperty(u"role", u"heading")
        self.days_title.setTextFormat(Qt.TextFormat.PlainText)
        self.days_title.setWordWrap(True)

        self.left_layout.addWidget(self.days_title)

        self.days = Table(self.left)
        self.days.setObjectName(u"days")

        self.left_layout.addWidget(self.days)

        self.left_layout.setStretch(2, 2)
        self.left_layout.setStretch(4, 1)

        self.outer.addWidget(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.paper_area = QScrollArea(ClosingSection)
        self.paper_area.setObjectName(u"paper_area")
        self.paper_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.paper_area.setFrameShape(QFrame.Shape.NoFrame)
        self.paper_area.setWidgetResizable(True)
        self.paper_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper_page = QWidget()
        self.paper_page.setObjectName(u"paper_page")
        self.paper_page.setProperty(u"role", u"page")
        self.paper_page_layout = QVBoxLayout(self.paper_page)
        self.paper_page_layout.setSpacing(0)
        self.paper_page_layout.setObjectName(u"paper_page_layout")
        self.paper_page_layout.setContentsMargins(0, 0, 0, 0)
        self.paper_area.setWidget(self.paper_page)

        self.right.addWidget(self.paper_area)

        self.buttons = WrapRow(ClosingSection)
        self.buttons.setObjectName(u"buttons")
        self.close_day = Button(self.buttons)
        self.close_day.setObjectName(u"close_day")
        self.sign = Button(self.buttons)
        self.sign.setObjectName(u"sign")
        self.print_it = Button(self.buttons)
        self.print_it.setObjectName(u"print_it")
        self.keep = Button(self.buttons)
        self.keep.setObjectName(u"keep")

        self.right.addWidget(self.buttons)

        self.files = QHBoxLayout()
        self.files.setSpacing(8)
        self.files.setObjectName(u"files")
        self.files.setContentsMargins(0, 0, 0, 0)
        self.to_print = QCheckBox(ClosingSection)
        self.to_print.setObjectName(u"to_print")

        self.files.addWidget(self.to_print)

        self.folder = ElidedLabel(ClosingSection)
        self.folder.setObjectName(u"folder")

        self.files.addWidget(self.folder)

        self.choose_folder = Button(ClosingSection)
        self.choose_folder.setObjectName(u"choose_folder")

        self.files.addWidget(self.choose_folder)

        self.files.setStretch(1, 1)

        self.right.addLayout(self.files)

        self.right.setStretch(0, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(1, 1)

        self.retranslateUi(ClosingSection)

        QMetaObject.connectSlotsByName(ClosingSection)
    # setupUi

    def retranslateUi(self, ClosingSection):
        pass
    # retranslateUi

