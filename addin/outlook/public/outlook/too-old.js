// Runs only in an Outlook whose browser part is too old for the pane; hence the old spelling.
document.addEventListener('DOMContentLoaded', () => {
  document.body.appendChild(document.createElement('p')).textContent =
    'Lupa: zaktualizuj Outlooka, ta wersja jest za stara. / Please update Outlook, this version is too old.'
})
