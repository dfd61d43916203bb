declare const ambient: 1;
