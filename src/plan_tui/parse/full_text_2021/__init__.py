"""The layout of the 2021 full text: lines set apart by blanks, measure cards with KPIs."""
