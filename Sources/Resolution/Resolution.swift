/// Both tracks side by side, until each is at its end: states and dates, never content (R035, R154, R185).
public enum Resolution {}
