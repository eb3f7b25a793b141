/// The Strategy Lab: teams plan two years with five million dollars, present, and are judged by their peers (R012-R016).
public enum Strategy {}
