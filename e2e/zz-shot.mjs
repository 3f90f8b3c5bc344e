import { chromium } from '@playwright/test';
const [,, out, url, ...acts] = process.argv;
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync','--disable-dev-shm-usage']});
const p = await b.newPage({viewport:{width:1280,height:860}});
p.on('console',m=>m.type()==='error'&&console.log('console',m.text())); p.on('pageerror',e=>console.log('pageerror',e.message));
await p.goto(url); await p.waitForTimeout(1200); await p.screenshot({path:out,fullPage:true}); await b.close();
