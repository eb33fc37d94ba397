// The script itself never ends.
Page({});

for (;;);
