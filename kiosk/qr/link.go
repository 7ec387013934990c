package qr

import "gongkai/kiosk/catalogue"

// Link returns the code of an address in the form that a phone opens, at level M, or L if it is too long for M. It fails
// if the address is too long for any code, or its host is no domain name.
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
