// Before the first paint: says that scripts run, and restores the theme a reader chose earlier.
{
  const root = document.documentElement
  root.dataset.scripted = ''
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is closed to us: the system's theme it is.
  }
}
