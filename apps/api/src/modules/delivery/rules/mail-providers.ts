/**
 * Mail providers that many people use: by the domains everybody knows, and by where the mail exchangers of other domains
 * stand. One provider is one lane, whatever the address says: it judges us as a whole.
 */
export const MAIL_PROVIDERS = [
  {
    ...{ id: 'gmail', name: 'Gmail', domains: /^(gmail|googlemail)\.com$/ },
    exchangers: ['google.com', 'googlemail.com'],
  },
  {
    ...{ id: 'yahoo', name: 'Yahoo', domains: /^(yahoo\.(com|co\.id|co\.uk)|ymail\.com|rocketmail\.com)$/ },
    exchangers: ['yahoodns.net'],
  },
  {
    ...{ id: 'outlook', name: 'Outlook', domains: /^(outlook|hotmail|live|msn)\.(com|co\.id)$/ },
    exchangers: ['outlook.com', 'mx.microsoft'],
  },
  {
    ...{ id: 'icloud', name: 'iCloud', domains: /^(icloud|me|mac)\.com$/ },
    exchangers: ['icloud.com'],
  },
  {
    ...{ id: 'zoho', name: 'Zoho', domains: /^(zoho|zohomail)\.com$/ },
    exchangers: ['zoho.com', 'zoho.eu', 'zoho.in', 'zoho.com.au', 'zohomail.com'],
  },
];
