# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recap.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.widgets import (Banner, Segmented)

class Ui_RecapPage(object):
    def setupUi(self, RecapPage):
        if not RecapPage.objectName():
            RecapPage.setObjectName(u"RecapPage")
        self.outer = QVBoxLayout(RecapPage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 10, 16, 10)
        self.top = QHBoxLayout()
        self.top.setObjectName(u"top")
        self.views = Segmented(RecapPage)
        self.views.setObjectName(u"views")

        self.top.addWidget(self.views)

        self.spacer1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.spacer1)


        self.outer.addLayout(self.top)

        self.banner = Banner(RecapPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.stack = QStackedWidget(RecapPage)
        self.stack.setObjectName(u"stack")

        self.outer.addWidget(self.stack)

        self.outer.setStretch(2, 1)

        self.retranslateUi(RecapPage)

        QMetaObject.connectSlotsByName(RecapPage)
    # setupUi

    def retranslateUi(self, RecapPage):
        pass
    # retranslateUi

