# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rooms.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QSizePolicy, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.widgets import (Banner, ScanBox, Segmented)

class Ui_RoomsPage(object):
    def setupUi(self, RoomsPage):
        if not RoomsPage.objectName():
            RoomsPage.setObjectName(u"RoomsPage")
        self.outer = QVBoxLayout(RoomsPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self.top.setObjectName(u"top")
        self.scan_box = ScanBox(RoomsPage)
        self.scan_box.setObjectName(u"scan_box")

        self.top.addWidget(self.scan_box)

        self.views = Segmented(RoomsPage)
        self.views.setObjectName(u"views")

        self.top.addWidget(self.views)


        self.outer.addLayout(self.top)

        self.banner = Banner(RoomsPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.stack = QStackedWidget(RoomsPage)
        self.stack.setObjectName(u"stack")

        self.outer.addWidget(self.stack)

        self.outer.setStretch(2, 1)

        self.retranslateUi(RoomsPage)

        QMetaObject.connectSlotsByName(RoomsPage)
    # setupUi

    def retranslateUi(self, RoomsPage):
        pass
    # retranslateUi

