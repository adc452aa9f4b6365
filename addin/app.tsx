import { render } from 'preact'
import { openAppHost } from './app/app-host.ts'
import { Application } from './app/application.tsx'
import { followAddress } from './app/visit.ts'
import './ui/theme.css'
import './ui/components.css'
import './app/app.css'

followAddress()
const root = document.getElementById('app')
if (root) render(<Application host={openAppHost()} />, root)
