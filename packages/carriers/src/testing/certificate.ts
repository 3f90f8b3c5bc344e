/** A carrier's certificate for tests, for carrier.example until 2126; nobody vouches for it but whoever is given it as `ca`. */
export const CERTIFICATE = {
  name: 'carrier.example',
  cert: `-----BEGIN CERTIFICATE-----
MIIBpzCCAU2gAwIBAgIUWzr1TBmjnkVJMBgUXUky0pJb2Z8wCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPY2Fycmllci5leGFtcGxlMCAXDTI2MTEyNTE0MTYxNFoYDzIx
MjYxMTAxMTQxNjE0WjAaMRgwFgYDVQQDDA9jYXJyaWVyLmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAARCGmbzHaGTzv/J+WVSBwzmHG5FVloNgNiQoo8p
1vvCGTerhudn5v/T7WzWhj3GXicU7tcGEjanFH1PZ6ushd3Po28wbTAdBgNVHQ4E
FgQUebBZGT5JsuXnVRa2juMnMnEUav4wHwYDVR0jBBgwFoAUebBZGT5JsuXnVRa2
juMnMnEUav4wDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgg9jYXJyaWVyLmV4
YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIgN9TM3Mr/t35l7eJof3YHHKZkWIQxXCgp
+2A10+6QG2gCIQC+8sOY0RjpS9oP0y6zsa6vkri0+wbMaVLIutAFpkDxEA==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5Az/YBvgbodfzZm1
rLGjAQeLbl7ym5e9CxT8w0jb6eChRANCAARCGmbzHaGTzv/J+WVSBwzmHG5FVloN
gNiQoo8p1vvCGTerhudn5v/T7WzWhj3GXicU7tcGEjanFH1PZ6ushd3P
-----END PRIVATE KEY-----
`,
};
