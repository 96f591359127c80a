"""The window itself: start page, menus, navigation, the open congress, files and help."""
