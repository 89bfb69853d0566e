# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QListWidget, QListWidgetItem,
    QSizePolicy, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.widgets import (Banner, PageHeader)

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.outer = QHBoxLayout(SettingsPage)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(12, 12, 16, 12)
        self.sections = QListWidget(SettingsPage)
        self.sections.setObjectName(u"sections")

        self.outer.addWidget(self.sections)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.header = PageHeader(SettingsPage)
        self.header.setObjectName(u"header")

        self.right.addWidget(self.header)

        self.banner = Banner(SettingsPage)
        self.banner.setObjectName(u"banner")

        self.right.addWidget(self.banner)

        self.stack = QStackedWidget(SettingsPage)
        self.stack.setObjectName(u"stack")

        self.right.addWidget(self.stack)

        self.right.setStretch(2, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(1, 1)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        pass
    # retranslateUi

