# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'card_designer.ui'
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
    QListWidget, QListWidgetItem, QScrollArea, QSizePolicy,
    QVBoxLayout, QWidget)

from loket.ui.pages.card_canvas import CardCanvas
from loket.ui.pages.card_inspector import Inspector
from loket.ui.widgets import (Banner, PageHeader)

class Ui_CardDesignerPage(object):
    def setupUi(self, CardDesignerPage):
        if not CardDesignerPage.objectName():
            CardDesignerPage.setObjectName(u"CardDesignerPage")
        self.outer = QVBoxLayout(CardDesignerPage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.header = PageHeader(CardDesignerPage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(CardDesignerPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.left = QVBoxLayout()
        self.left.setSpacing(6)
        self.left.setObjectName(u"left")
        self.designsLabel = QLabel(CardDesignerPage)
        self.designsLabel.setObjectName(u"designsLabel")
        self.designsLabel.setProperty(u"role", u"caption")

        self.left.addWidget(self.designsLabel)

        self.designs = QListWidget(CardDesignerPage)
        self.designs.setObjectName(u"designs")
        self.designs.setMinimumSize(QSize(236, 0))
        self.designs.setMaximumSize(QSize(236, 16777215))

        self.left.addWidget(self.designs)

        self.elementsLabel = QLabel(CardDesignerPage)
        self.elementsLabel.setObjectName(u"elementsLabel")
        self.elementsLabel.setProperty(u"role", u"caption")

        self.left.addWidget(self.elementsLabel)

        self.elements = QListWidget(CardDesignerPage)
        self.elements.setObjectName(u"elements")
        self.elements.setMaximumSize(QSize(236, 16777215))

        self.left.addWidget(self.elements)

        self.left.setStretch(1, 3)
        self.left.setStretch(3, 4)

        self.columns.addLayout(self.left)

        self.middle = QVBoxLayout()
        self.middle.setSpacing(8)
        self.middle.setObjectName(u"middle")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        self.tools.setObjectName(u"tools")

        self.middle.addLayout(self.tools)

        self.canvas = CardCanvas(CardDesignerPage)
        self.canvas.setObjectName(u"canvas")

        self.middle.addWidget(self.canvas)

        self.findings = QLabel(CardDesignerPage)
        self.findings.setObjectName(u"findings")
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.findings.setWordWrap(True)

        self.middle.addWidget(self.findings)

        self.adders = QHBoxLayout()
        self.adders.setSpacing(6)
        self.adders.setObjectName(u"adders")

        self.middle.addLayout(self.adders)

        self.middle.setStretch(1, 1)

        self.columns.addLayout(self.middle)

        self.scroll = QScrollArea(CardDesignerPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setMinimumSize(QSize(286, 0))
        self.scroll.setMaximumSize(QSize(286, 16777215))
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inspector = Inspector()
        self.inspector.setObjectName(u"inspector")
        self.scroll.setWidget(self.inspector)

        self.columns.addWidget(self.scroll)

        self.columns.setStretch(1, 1)

        self.outer.addLayout(self.columns)

        self.outer.setStretch(2, 1)

        self.retranslateUi(CardDesignerPage)

        QMetaObject.connectSlotsByName(CardDesignerPage)
    # setupUi

    def retranslateUi(self, CardDesignerPage):
        pass
    # retranslateUi

