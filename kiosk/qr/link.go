package qr

import "gongkai/kiosk/catalogue"

// Link is the code of an address as a phone opens it, level M, or L where it is
// too long for M. An address that no code holds, or whose host is no domain name,
// is an error.
func Link(address string) (Code, error) {
	text, err := catalogue.Address(address)
	if err != nil {
		return Code{}, err
	}
	if code, err := Encode(text, M); err == nil {
		return code, nil
	}
	return Encode(text, L)
}
