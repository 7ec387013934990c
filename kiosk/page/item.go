package page

func (b *build) item() {}
