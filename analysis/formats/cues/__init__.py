"""What on a page tells whose words these are."""
