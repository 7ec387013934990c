package page

func (b *build) home() {}
